using Photos.Library;

namespace Photos.Tests;

/// <summary>The library's services, put together as <c>Startup</c> does, over the given stores.</summary>
internal sealed class Services(IPhotoStore photos, IImageStore images, IUsageStore usage, TimeProvider clock)
{
    public PhotoChanges Changes { get; } = new(photos, usage, clock);

    public UsageMeter Meter { get; init; } = new(photos, usage, UsageLimits.Default);

    public PhotoTrash Trash => new(photos, images, Changes, clock);

    public PhotoLibrary Library => new(photos, images, Changes);

    public PhotoBatches Batches => new(Library, Trash);

    public UploadFinisher Finisher => new(photos, images, Changes, clock);

    public PhotoUploads Uploads => new(photos, images, Finisher, Trash, Meter, clock);

    public PhotoRenditions Renditions => new(Changes, images, clock);

    public PhotoArrivals Arrivals => new(photos, images, Finisher);

    public PhotoSweep Sweep => new(photos, images, usage, Changes, Finisher, Trash, clock);
}
