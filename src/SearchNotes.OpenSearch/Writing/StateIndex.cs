namespace SearchNotes.OpenSearch.Writing;

/// <summary>The index that holds the state.</summary>
internal static class StateIndex
{
    /// <summary>Creates the index unless it exists.</summary>
    public static void Create(Cluster cluster)
    {
        using (var found = cluster.Send(HttpMethod.Get, $"{cluster.StateIndex}/_settings?filter_path=*.settings.index.uuid"))
        {
            if (found.IsSuccess)
                return;
        }

        using var answer = cluster.Send(HttpMethod.Put, cluster.StateIndex, IndexSettings.OfState(cluster.Options));
        if (!answer.IsSuccess && answer.ErrorType != "resource_already_exists_exception")
            throw Cluster.Refused(answer, cluster.StateIndex);
    }
}
