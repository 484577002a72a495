/// A list of plain values that grows, is kept for reuse and is never copied: adding a value costs a store, handing the
/// list on costs nothing. An index outside it is a fatal error, as it is in an array.
struct Buffer<Element: BitwiseCopyable>: ~Copyable {
    /// Empty while nothing was ever added. Whatever is below `count` lies in it.
    private var storage = UnsafeMutableBufferPointer<Element>(start: nil, count: 0)
    private(set) var count = 0

    init() {}

    deinit { storage.deallocate() }

    var isEmpty: Bool { count == 0 }
    var indices: Range<Int> { 0..<count }
    var first: Element? { count > 0 ? self[0] : nil }
    var last: Element? { count > 0 ? self[count - 1] : nil }

    subscript(index: Int) -> Element {
        get {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "index outside the buffer")
            return storage[index]
        }
        set {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "index outside the buffer")
            storage[index] = newValue
        }
    }

    func contains(where isWanted: (Element) -> Bool) -> Bool { first(where: isWanted) != nil }

    func first(where isWanted: (Element) -> Bool) -> Element? {
        for index in 0..<count where isWanted(self[index]) { return self[index] }
        return nil
    }

    mutating func append(_ element: Element) {
        if count == storage.count { grow(to: max(32, storage.count * 2)) }
        storage.initializeElement(at: count, to: element)
        count &+= 1
    }

    /// Forgets all values, and keeps the room for them.
    mutating func removeAll() { count = 0 }

    /// Drops the last elements.
    mutating func removeLast(_ dropped: Int) { count = max(0, count - dropped) }

    /// As many values as said, all the same.
    mutating func fill(_ element: Element, count newCount: Int) {
        if newCount > storage.count { grow(to: newCount) }
        storage[..<newCount].update(repeating: element)
        count = newCount
    }

    private mutating func grow(to newCapacity: Int) {
        let grown = UnsafeMutableBufferPointer<Element>.allocate(capacity: newCapacity)
        _ = grown.moveInitialize(fromContentsOf: storage[..<count])
        storage.deallocate()
        storage = grown
    }
}
