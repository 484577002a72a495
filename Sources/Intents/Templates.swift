import Knowledge

/// Sentences with blanks, read with their place.
enum Templates {
    /// The template that `text` writes; complains about its braces.
    static func template(_ text: Text, blanks: Set<String> = Template.lines, _ complaints: Complaints) -> Template {
        do throws(Template.Failure) {
            return try Template(text.value, blanks: blanks)
        } catch {
            complaints.error(
                text.place(at: error.offset), error.message, remedy: "correct or remove what stands in the braces")
            return Template(verbatim: text.value)
        }
    }
}
