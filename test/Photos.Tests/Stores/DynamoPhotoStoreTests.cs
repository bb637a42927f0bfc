using Photos.Aws;
using Photos.Library;

namespace Photos.Tests.Stores;

public sealed class DynamoPhotoStoreTests(Dynalite dynalite) : PhotoStoreContract
{
    protected override async Task<IPhotoStore> EmptyStoreAsync() =>
        new DynamoPhotoStore(dynalite.Client, await dynalite.NewTableAsync(TestContext.Current.CancellationToken));
}
