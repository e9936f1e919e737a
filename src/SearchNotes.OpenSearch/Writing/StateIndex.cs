namespace SearchNotes.OpenSearch.Writing;

/// <summary>The index that holds the state.</summary>
internal static class StateIndex
{
    /// <summary>Creates the index unless it exists.</summary>
    public static void Create(Cluster cluster)
    {
        if (cluster.HasIndex(cluster.StateIndex))
            return;
        using var answer = cluster.Send(HttpMethod.Put, cluster.StateIndex, IndexSettings.OfState(cluster.Options));
        if (!answer.IsSuccess && answer.ErrorType != "resource_already_exists_exception")
            throw Cluster.Refused(answer, cluster.StateIndex);
    }
}
