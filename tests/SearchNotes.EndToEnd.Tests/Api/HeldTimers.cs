namespace SearchNotes.Tests.Api;

/// <summary>The system's clock, whose timers of some lengths go off when a test says so.</summary>
/// <param name="isHeld">Which lengths.</param>
internal sealed class HeldTimers(Func<TimeSpan, bool> isHeld) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<HeldTimer> _held = [];

    /// <summary>How many wait.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _held.Count;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (!isHeld(dueTime))
            return base.CreateTimer(callback, state, dueTime, period);
        var timer = new HeldTimer(this, () => callback(state));
        lock (_gate)
            _held.Add(timer);
        return timer;
    }

    /// <summary>Has all that wait go off.</summary>
    public void Fire()
    {
        HeldTimer[] due;
        lock (_gate)
        {
            due = [.. _held];
            _held.Clear();
        }
        foreach (var timer in due)
            timer.GoOff();
    }

    private void Forget(HeldTimer timer)
    {
        lock (_gate)
            _held.Remove(timer);
    }

    private sealed class HeldTimer(HeldTimers time, Action goOff) : ITimer
    {
        public void GoOff() => goOff();

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => time.Forget(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
