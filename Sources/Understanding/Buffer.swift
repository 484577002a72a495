/// A list of plain values that grows, is kept for reuse and is never copied: adding a value costs a store, handing the
/// list on costs nothing. An index outside it is a fatal error, as it is in an array.
struct Buffer<Element: BitwiseCopyable>: ~Copyable {
    private var base: UnsafeMutablePointer<Element>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int = 32) {
        base = .allocate(capacity: capacity)
        self.capacity = capacity
    }

    deinit { base.deallocate() }

    var isEmpty: Bool { count == 0 }
    var indices: Range<Int> { 0..<count }
    var first: Element? { count > 0 ? base[0] : nil }
    var last: Element? { count > 0 ? base[count - 1] : nil }

    subscript(index: Int) -> Element {
        get {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "index outside the buffer")
            return base[index]
        }
        set {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "index outside the buffer")
            base[index] = newValue
        }
    }

    func contains(where isWanted: (Element) -> Bool) -> Bool { first(where: isWanted) != nil }

    func first(where isWanted: (Element) -> Bool) -> Element? {
        for index in 0..<count where isWanted(base[index]) { return base[index] }
        return nil
    }

    mutating func append(_ element: Element) {
        if count == capacity { grow(to: max(8, capacity * 2)) }
        (base + count).initialize(to: element)
        count += 1
    }

    /// Forgets all values, and keeps the room for them.
    mutating func removeAll() { count = 0 }

    /// Forgets the values from `newCount` on.
    mutating func truncate(to newCount: Int) {
        precondition(newCount >= 0 && newCount <= count, "a buffer does not grow by truncating")
        count = newCount
    }

    /// As many values as said, all the same.
    mutating func fill(_ element: Element, count newCount: Int) {
        if newCount > capacity { grow(to: newCount) }
        base.initialize(repeating: element, count: newCount)
        count = newCount
    }

    mutating func grow(to newCapacity: Int) {
        let grown = UnsafeMutablePointer<Element>.allocate(capacity: newCapacity)
        grown.moveInitialize(from: base, count: count)
        base.deallocate()
        base = grown
        capacity = newCapacity
    }
}
