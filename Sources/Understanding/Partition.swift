extension Range where Bound == Int {
    /// The first index for which `isBefore` no longer holds; the end where it holds for all. It must hold for a beginning
    /// of the range and for nothing after it. Looks at a logarithm of the indices, so that many calls stay linear.
    @inline(__always)
    func partition(_ isBefore: (Int) -> Bool) -> Int {
        var low = lowerBound
        var high = upperBound
        while low < high {
            let middle = low + (high - low) / 2
            if isBefore(middle) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
