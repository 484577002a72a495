import Charley
import Knowledge

/// A knowledge of two topics, put together by hand.
enum SmallKnowledge {
    static func assistant() -> Assistant {
        let here = Place(file: "test")
        let nowhere = Region(
            id: "XX", name: "X", names: [], emergency: "1", health: "", poison: "", crisis: "", unverified: [],
            place: here)
        var knowledge = Knowledge(anywhere: nowhere, replies: Replies { Template(verbatim: $0.rawValue) })
        knowledge.regions = [nowhere]
        knowledge.topics = [
            Topic(id: "THANKS", act: .thank, answer: nil, sources: [], place: here),
            Topic(id: "BYE", act: .leave, answer: nil, sources: [], place: here),
        ]
        var builder = LexiconBuilder()
        builder.add("thanks", Meaning(.topic, 0))
        builder.add("bye", Meaning(.topic, 1))
        knowledge.lexicon = builder.build()
        knowledge.budget = (usual: 0, most: 0)
        return Assistant(knowledge)
    }
}
