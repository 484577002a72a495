import Charley
import Dialogue
import Foundation
import Knowledge
import Language
import Testing

/// Conversations through the public library.
@Suite struct SessionTests {
    private static func session(_ region: String? = nil) throws -> Session {
        try SmallFolder.assistant().begin(region: region)
    }

    @Test func aConversation() throws {
        var session = try Self.session("XX")
        let first = session.reply(to: "severe spasms in my back")
        #expect(first.text == "Understood: severe, spasms and back.\nAny trouble peeing, or numbness?")
        #expect(first.turn == 1 && first.asking == "Q-CES" && first.level == nil && !first.isDone && !first.leaves)
        #expect(session.reply(to: "no").text == "How long?")
        #expect(session.reply(to: "two days").text == "Noted: for two days.\nWhich side?")
        let last = session.reply(to: "left")
        #expect(last.level == "self-care" && last.within == nil && last.isDone && last.asking == nil)
        #expect(last.text.contains("I understood: severe, spasms, back"))
        #expect(last.text.contains("- Call a nurse. [1]\n") && last.text.contains("- Walk. [1, 2]"))
        #expect(last.text.contains("Go if: trouble peeing or numbness."))
        #expect(last.text.hasSuffix("Sources: 1 BOOK · 2 PAGE."))
    }

    @Test func anEmergencyBeginsWithTheInstruction() throws {
        var session = try Self.session("xx")
        let response = session.reply(to: "I can't pee")
        #expect(response.text.hasPrefix("Call 77 or the local number.\nWhy: nerves may be pressed"))
        #expect(response.text.contains("- Sit down. [2]") && response.text.contains("- Say when. [1]"))
        #expect(response.level == "emergency" && response.within == "now" && response.isDone)
        #expect(session.reply(to: "hm").text.hasPrefix("As I said: Call 77 or the local number."))
        #expect(session.reply(to: "goodbye").text.contains("Call 77"))
    }

    @Test func regionsAndTheirNumbers() throws {
        var session = try Self.session()
        #expect(session.reply(to: "i can't pee").text.hasPrefix("Call 11 or 22 or the local number."))
        #expect(session.reply(to: "/region exland").text == "Numbers of Exland.")
        #expect(session.reply(to: "hm").text.contains("Call 77"))
        #expect(session.reply(to: "/region nowhere").text == "regionUnknown")
        #expect(session.reply(to: "/region").text == "regionUnknown")
        #expect(session.reply(to: "hm").text.contains("Call 77"))
        var other = try Self.session("zz")
        #expect(other.greeting == "Hello, 11 or 22 or the local number.")
        #expect(other.reply(to: "i live in exland and can't pee").text.contains("Call 77"))
        #expect(try SmallFolder.assistant().regions == ["XX"])
    }

    @Test func undoGoesBackOneMessage() throws {
        var session = try Self.session()
        #expect(session.reply(to: "/undo").text == "Nothing to take back.")
        _ = session.reply(to: "back")
        let before = session.state
        _ = session.reply(to: "no")
        #expect(session.reply(to: "undo that").text == "Taken back.\nStill: Any trouble peeing, or numbness?")
        #expect(session.state == before && session.texts.count == 1)
        _ = session.reply(to: "not sure")
        #expect(session.reply(to: "go back").text.hasPrefix("Taken back."))
        #expect(session.state == before)
        #expect(session.reply(to: "/undo").turn == 1)
        #expect(session.reply(to: "/undo").text == "Nothing to take back.")
    }

    @Test func anEmergencyIsNotUndoneSilently() throws {
        var session = try Self.session("XX")
        _ = session.reply(to: "back")
        _ = session.reply(to: "i can't pee")
        let response = session.reply(to: "/undo")
        #expect(response.text.hasPrefix("Taken back.\nAs I said: Call 77"))
        var other = try Self.session("XX")
        _ = other.reply(to: "numb")
        let reset = other.reply(to: "/reset")
        #expect(reset.text.contains("Call 77") && reset.turn == 0 && reset.level == nil)
    }

    @Test func resetBeginsAnew() throws {
        var session = try Self.session("XX")
        let fresh = session.state
        _ = session.reply(to: "/region nowhere")
        _ = session.reply(to: "back for two days")
        #expect(session.reply(to: "/reset").text == "Forgotten.")
        #expect(session.state == fresh && session.texts.isEmpty)
        #expect(session.reply(to: "back").turn == 1)
    }

    @Test func commands() throws {
        var session = try Self.session()
        #expect(session.reply(to: "/help").text == "help")
        #expect(session.reply(to: "  /HELP me").text == "help")
        #expect(session.reply(to: "/about").text == "about\ndisclaimer")
        #expect(session.reply(to: "/facts").text == "noFacts")
        #expect(session.reply(to: "/why").text == "whyNothing")
        #expect(session.reply(to: "/more").text == "moreNone")
        #expect(session.reply(to: "/nonsense\u{1B}[31m").text == "I do not know /nonsense [31m.")
        #expect(session.reply(to: "/source").text == "sourceUsage")
        #expect(session.reply(to: "/source 1").text == "No source 1.")
        #expect(session.reply(to: "/source book").text == "BOOK: A book, A body,  2020, https://book")
        #expect(session.reply(to: "/sources page").text == "PAGE: A page, A site, , https://page")
        let quit = session.reply(to: "/quit")
        #expect(quit.leaves && quit.text == "Bye.")
        #expect(session.state.turn == 0)
        _ = session.reply(to: "fever, left leg goes down my back, numbness none")
        #expect(session.reply(to: "/facts").text.hasPrefix("Facts:\n- "))
        #expect(session.reply(to: "/why").text.hasPrefix("Both matter. ["))
        #expect(session.reply(to: "/source 1").text.hasPrefix("BOOK"))
    }

    @Test func whyQuotesTheWords() throws {
        var session = try Self.session()
        _ = session.reply(to: "sorry, I CAN’T pee")
        #expect(session.reply(to: "/why").text.contains("nerves may be pressed (“CAN’T pee”) R-1 1"))
    }

    @Test func whatIsNotUnderstood() throws {
        var session = try Self.session()
        #expect(session.reply(to: "").text == "No words.")
        #expect(session.reply(to: " \t\u{0}\u{1B} ").text == "No words.")
        #expect(session.reply(to: "/ hello").asking != nil || session.state.turn > 0)
        var again = try Self.session()
        _ = again.reply(to: "back")
        #expect(again.reply(to: "qwerty").text == "notUnderstood\nAgain: Can you pee and feel?")
        #expect(again.reply(to: "").text == "No words.\nStill: Any trouble peeing, or numbness?")
    }

    @Test func copiesGoOnByThemselves() throws {
        var one = try Self.session()
        _ = one.reply(to: "back")
        var other = one
        _ = other.reply(to: "i can't pee")
        #expect(one.state.told == nil && other.state.told != nil)
        #expect(one.reply(to: "no").text.contains("How bad?"))
    }

    @Test func theRealKnowledge() throws {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let assistant = try Assistant.load("/\(root)/Intents")
        #expect(assistant.knowledgeHash.count == 16 && assistant.regions.contains("GB"))
        var session = assistant.begin(region: "GB")
        #expect(session.reply(to: "my back has gone and I can't pee").text.contains("999"))
    }

    @Test func brokenKnowledgeIsRefused() {
        do throws(LoadingError) {
            _ = try Assistant.load("/no/such/folder")
            Issue.record("a folder that is not there was loaded")
        } catch {
            #expect(error.description.contains("/no/such/folder") && !error.diagnostics.isEmpty)
        }
    }
}
