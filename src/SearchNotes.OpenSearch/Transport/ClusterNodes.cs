namespace SearchNotes.OpenSearch.Transport;

/// <summary>The addresses of a cluster. A node that did not answer is left alone for a while. Thread-safe.</summary>
internal sealed class ClusterNodes(IReadOnlyList<Uri> addresses, TimeProvider time)
{
    /// <summary>How long a node is left alone after its first failure; longer after each further one, up to the maximum.</summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2), LongestPause = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly Node[] nodes = [.. addresses.Select(address => new Node(address))];
    private int next;

    /// <summary>Number of nodes.</summary>
    public int Count => nodes.Length;

    /// <summary>Returns the nodes in the order in which a request tries them: those that answer in turn, then those that are left
    /// alone.</summary>
    public IReadOnlyList<Uri> InTurn()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var first = next++;
            if (next >= nodes.Length)
                next = 0;
            var turn = Enumerable.Range(0, nodes.Length).Select(i => nodes[(first + i) % nodes.Length]).ToList();
            return [.. turn.Where(node => node.Until <= now).Concat(turn.Where(node => node.Until > now).OrderBy(node => node.Until))
                .Select(node => node.Address)];
        }
    }

    /// <summary>Notes that a node answered.</summary>
    public void Answered(Uri address)
    {
        lock (gate)
        {
            var node = nodes.First(n => n.Address == address);
            (node.Failures, node.Until) = (0, DateTimeOffset.MinValue);
        }
    }

    /// <summary>Notes that a node did not answer.</summary>
    public void Failed(Uri address)
    {
        lock (gate)
        {
            var node = nodes.First(n => n.Address == address);
            var pause = FirstPause * Math.Pow(2, Math.Min(node.Failures++, 10));
            node.Until = time.GetUtcNow() + (pause < LongestPause ? pause : LongestPause);
        }
    }

    private sealed class Node(Uri address)
    {
        public Uri Address { get; } = address;

        public int Failures { get; set; }

        public DateTimeOffset Until { get; set; }
    }
}
