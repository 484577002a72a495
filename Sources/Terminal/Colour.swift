/// Whether colour is welcome: on a terminal that has it, unless the person declined it.
///
/// `NO_COLOR` counts when set and not empty (no-color.org).
package func colourWanted(environment: [String: String], isTerminal: Bool) -> Bool {
    guard isTerminal, environment["TERM"] != "dumb" else { return false }
    return environment["NO_COLOR", default: ""].isEmpty
}

/// The prompt as it is sent to the terminal.
///
/// readline has to be told which bytes take no room on the screen: it wants them between SOH and
/// STX. A terminal without readline must not see those two.
func styledPrompt(_ options: TerminalOptions, forReadline: Bool) -> String {
    let prompt = printable(options.prompt)
    guard options.colour else { return prompt }
    let boldGreen = "\u{1B}[1;32m"
    let plain = "\u{1B}[0m"
    guard forReadline else { return boldGreen + prompt + plain }
    return "\u{1}\(boldGreen)\u{2}\(prompt)\u{1}\(plain)\u{2}"
}
