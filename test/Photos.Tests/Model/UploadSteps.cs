using Photos.Library;

namespace Photos.Tests.Model;

internal sealed record Announce(Person Who, Sample Sample, Sample? IdOf) : Request(Who)
{
    public override TimeSpan Keep => PhotoUploads.LinkLifetime / 2;

    public override Asked Ask(World world) => Post("/uploads", new
    {
        Id = IdOf?.ChosenId(Who),
        Sample.Name,
        Type = "image/jpeg",
        Bytes = Sample.Bytes.Length,
        Sample.Sha256,
    });

    public override Said Expect(World world) => world[Who].Announce(Sample, IdOf?.ChosenId(Who));

    protected override string Says => $"announces {Sample}{(IdOf is null ? "" : $" by the id kept for {IdOf}")}";
}

internal sealed record SendBytes(PhotoRef Photo) : Step
{
    public override Task PlayAsync(Play play) => play.SendAsync(Photo.In(play.World)?.Original);

    public override string ToString() => $"{Photo.Owner} sends the bytes of {Photo.Of(Photo.Owner)}";
}

internal sealed record Finish(Person Who, PhotoRef Photo, bool ByName, string? Title) : Request(Who)
{
    public override TimeSpan Keep => TimeSpan.FromMinutes(30);

    public override Asked Ask(World world) => Post("/photos", new
    {
        Id = ByName ? null : Photo.IdIn(world),
        Name = ByName ? Photo.Sample.Name : null,
        Title,
    });

    public override Said Expect(World world)
    {
        var mine = world[Who].Photos;
        var photo = ByName
            ? mine.FindLast(photo => photo.Sample == Photo.Sample)
            : mine.FindLast(photo => photo.Id == Photo.IdIn(world));
        return photo?.Finish(Title) ?? Said.Missing;
    }

    protected override string Says =>
        $"finishes {(ByName ? $"the name of {Photo.Sample}" : Photo.Of(Who))}{(Title is null ? "" : $" as {Title}")}";
}

internal sealed record OfferCopies(Person Who, PhotoRef Photo, bool Preview, bool Thumbnail) : Request(Who)
{
    public override TimeSpan Keep => PhotoUploads.LinkLifetime / 2;

    public override Asked Ask(World world) => Post($"/photos/{Photo.IdIn(world)}/renditions", new
    {
        Preview = Preview ? Copy(Sample.Preview) : null,
        Thumbnail = Thumbnail ? Copy(Sample.Thumbnail) : null,
    });

    public override Said Expect(World world) => !Preview && !Thumbnail
        ? Said.Invalid
        : world.With(Who, Photo, photo => photo.Copies(Preview, Thumbnail));

    protected override string Says =>
        $"announces {(Preview ? "a preview " : "")}{(Thumbnail ? "a thumbnail " : "")}of {Photo.Of(Who)}";

    private static object Copy(byte[] bytes) =>
        new { Type = "image/jpeg", Bytes = bytes.Length, Sha256 = A.DigestOf(bytes).Hex };
}

internal sealed record SendCopy(PhotoRef Photo, bool IsPreview) : Step
{
    public override Task PlayAsync(Play play)
    {
        var photo = Photo.In(play.World);
        return play.SendAsync(IsPreview ? photo?.Preview : photo?.Thumbnail);
    }

    public override string ToString() =>
        $"{Photo.Owner} sends the {(IsPreview ? "preview" : "thumbnail")} of {Photo.Of(Photo.Owner)}";
}

internal sealed record Notice : Step
{
    public override Task PlayAsync(Play play) => play.NoticeAsync();

    public override string ToString() => "the bucket tells what it holds";
}

internal sealed record Sweep : Step
{
    public override Task PlayAsync(Play play) => play.SweepAsync();

    public override string ToString() => "the sweep runs";
}

internal sealed record Wait(TimeSpan Time) : Step
{
    public override Task PlayAsync(Play play)
    {
        play.Wait(Time);
        return Task.CompletedTask;
    }

    public override string ToString() => Time.TotalHours < 1
        ? $"{Time.TotalMinutes:0} minutes pass"
        : Time.TotalDays < 1 ? $"{Time.TotalHours} hours pass" : $"{Time.TotalDays} days pass";
}
