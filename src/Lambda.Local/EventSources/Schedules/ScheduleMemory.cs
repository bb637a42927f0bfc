using Lambda.Local.Disk;

namespace Lambda.Local.EventSources.Schedules;

/// <summary>When each schedule was due last, kept so that a start knows what came due while nothing ran.</summary>
internal sealed class ScheduleMemory
{
    private readonly SharedFile<Dictionary<string, ScheduleTime>> _file;
    private readonly Dictionary<string, ScheduleTime> _times = [];

    /// <summary>A schedule that is new, or was changed, counts from <paramref name="now"/>.</summary>
    /// <exception cref="LocalStartException">The file is damaged.</exception>
    public ScheduleMemory(string path, IReadOnlyList<Schedule> schedules, DateTimeOffset now)
    {
        _file = new SharedFile<Dictionary<string, ScheduleTime>>(path, []);
        var known = _file.Read();
        foreach (var schedule in schedules)
        {
            _times[schedule.Id] = known.TryGetValue(schedule.Id, out var time)
                && time.Expression == schedule.Expression.Text
                    ? time
                    : new ScheduleTime(schedule.Expression.Text, now);
        }

        if (schedules is not [])
            Save();
    }

    /// <summary>When the schedule is due; null for one that is over.</summary>
    public DateTimeOffset? Next(Schedule schedule)
    {
        lock (_times)
            return schedule.Expression.Next(_times[schedule.Id].Last);
    }

    public void Remember(Schedule schedule, DateTimeOffset due)
    {
        lock (_times)
        {
            _times[schedule.Id] = new ScheduleTime(schedule.Expression.Text, due);
            Save();
        }
    }

    private void Save() => _file.Change(_ => (new Dictionary<string, ScheduleTime>(_times), true));
}

/// <summary>When a schedule was due last, as long as its expression is the same.</summary>
internal sealed record ScheduleTime(string Expression, DateTimeOffset Last);
