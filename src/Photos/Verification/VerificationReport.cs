namespace Photos.Verification;

/// <summary>Tells what deviates, one line each, and has it mended where that is wanted and possible.</summary>
/// <param name="tally">Counts.</param>
/// <param name="repair">Whether it is wanted.</param>
/// <param name="tell">Where lines go.</param>
internal sealed class VerificationReport(Tally tally, bool repair, Action<string> tell)
{
    public async Task TellAsync(IReadOnlyList<Deviation> deviations, CancellationToken ct)
    {
        // One new version of a record mends all its flaws, and whoever comes second finds nothing to do.
        foreach (var deviation in deviations)
        {
            tally.Deviations++;
            if (!repair || deviation.Repair is not { } mend)
            {
                tell($"{deviation}");
                continue;
            }

            var outcome = await mend(ct);
            tally.Mended += outcome.IsMended ? 1 : 0;
            tell($"{deviation.Place}: {deviation.Fault}; {(outcome.IsMended ? "repaired: " : "")}{outcome.Told}");
        }
    }

    public void Note(string words) => tell($"note: {words}");
}
