using Photos.Books;
using Photos.Library;
using Photos.Todos;

namespace Photos.Verification;

/// <summary>A home, to be compared with itself.</summary>
/// <param name="Records">Its records, as they are kept.</param>
/// <param name="Objects">Its objects, as they are kept.</param>
/// <param name="Photos">How photos are mended.</param>
/// <param name="Books">How books are mended.</param>
/// <param name="Todos">How to-dos are mended.</param>
/// <param name="Usage">How usage is mended.</param>
public sealed record LibraryStores(
    IRecordInventory Records,
    IObjectInventory Objects,
    IPhotoStore Photos,
    IBookStore Books,
    ITodoStore Todos,
    IUsageStore Usage);
