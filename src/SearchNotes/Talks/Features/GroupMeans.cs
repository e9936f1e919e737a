namespace SearchNotes.Talks.Features;

/// <summary>Means of features over groups of candidates. Sums are kept, so a group costs no more than its members.</summary>
internal sealed class GroupMeans
{
    private readonly float[][] rows;
    private readonly int[] groups;
    private readonly int columns;
    private readonly Dictionary<int, (int Count, double[] Sums)> sums = [];

    /// <summary>Adds up the first columns of some rows by their groups.</summary>
    internal GroupMeans(float[][] rows, int[] groups, int columns)
    {
        (this.rows, this.groups, this.columns) = (rows, groups, columns);
        for (var i = 0; i < rows.Length; i++)
        {
            if (!sums.TryGetValue(groups[i], out var sum))
                sum = (0, new double[columns]);
            for (var c = 0; c < columns; c++)
                sum.Sums[c] += rows[i][c];
            sums[groups[i]] = (sum.Count + 1, sum.Sums);
        }
    }

    /// <summary>How many others are in the group of a row.</summary>
    internal int Count(int row) => sums[groups[row]].Count - 1;

    /// <summary>The means of the others in the group of a row; not a number where there are none.</summary>
    internal float[] Others(int row)
    {
        var (count, total) = sums[groups[row]];
        var means = new float[columns];
        for (var c = 0; c < columns; c++)
            means[c] = count == 1 ? float.NaN : (float)((total[c] - rows[row][c]) / (count - 1));
        return means;
    }

    /// <summary>The means of a group; not a number where it is empty.</summary>
    internal float[] Of(int group)
    {
        var means = new float[columns];
        for (var c = 0; c < columns; c++)
            means[c] = sums.TryGetValue(group, out var sum) ? (float)(sum.Sums[c] / sum.Count) : float.NaN;
        return means;
    }
}
