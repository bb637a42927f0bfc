using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.S3Events;
using Amazon.Lambda.TestUtilities;
using Microsoft.Extensions.DependencyInjection;
using Photos.Books;
using Photos.Functions;
using Photos.Functions.Http;
using Photos.Keys;
using Photos.Library;
using Photos.Repeats;
using Photos.Tests.Safety;
using Photos.Todos;
using Photos.Users;

namespace Photos.Tests.Model;

/// <summary>The functions on real stores of records, called as the gateway calls them, without its sockets.</summary>
internal sealed class Desk
{
    private static readonly ILambdaContext Context =
        new TestLambdaContext { RemainingTime = TimeSpan.FromSeconds(30), Logger = new Silence() };

    private readonly UploadFunctions _uploads;
    private readonly PhotoFunctions _photos;
    private readonly TrashFunctions _trash;
    private readonly BatchFunctions _batches;
    private readonly BookFunctions _books;
    private readonly TodoFunctions _todos;
    private readonly UserFunctions _users;
    private readonly BackgroundFunctions _background;

    public Desk(IServiceProvider records, MemoryImages images, TimeProvider clock)
    {
        var photos = records.GetRequiredService<IPhotoStore>();
        var usage = records.GetRequiredService<IUsageStore>();
        var limits = new UsageLimits(PersonModel.Quota, PersonModel.MostUploads);
        var services = new Services(photos, images, usage, clock) { Meter = new UsageMeter(photos, usage, limits) };
        var presenter = new PhotoPresenter(images, clock);
        var cursors = new Cursors(records.GetRequiredService<IKeyStore>(), clock);
        var once = new Once(records.GetRequiredService<IRequestStore>(), clock);
        _uploads = new UploadFunctions(services.Uploads, services.Renditions, presenter, once);
        _photos = new PhotoFunctions(services.Library, presenter, cursors);
        _trash = new TrashFunctions(services.Trash, presenter, once);
        _batches = new BatchFunctions(services.Batches, once);
        _books = new BookFunctions(
            new BookShelf(records.GetRequiredService<IBookStore>(), photos, clock), cursors, once);
        _todos = new TodoFunctions(
            new TodoShelf(records.GetRequiredService<ITodoStore>(), photos, clock), cursors, once);
        _users = new UserFunctions(new UserProfiles(records.GetRequiredService<IUserStore>()), services.Meter);
        _background = new BackgroundFunctions(services.Arrivals, services.Sweep);
    }

    public async Task<Answer> AskAsync(OwnerId owner, Asked asked)
    {
        var request = Tests.Ask.As(owner, asked.Body, headers: [.. asked.Headers])
            .With([.. asked.Query.Where(each => each.Value is not null).Select(each => (each.Name, each.Value!))]);
        Roles.Act(asked.Method, asked.Path);
        request.RequestContext!.Http = new() { Method = asked.Method, Path = asked.Path };
        return Answer.Of(await RouteAsync(request, asked));
    }

    public async Task NoticeAsync(IEnumerable<string> keys)
    {
        Roles.Act(nameof(BackgroundFunctions.FinishUpload));
        var records = keys.Select(key => new S3Event.S3EventNotificationRecord
        {
            S3 = new() { Object = new() { Key = key } },
        });
        await _background.FinishUpload(new S3Event { Records = [.. records] }, Context);
    }

    public async Task SweepAsync()
    {
        Roles.Act(nameof(BackgroundFunctions.Sweep));
        await _background.Sweep(new ScheduledEvent(), Context);
    }

    private Task<IHttpResult> RouteAsync(APIGatewayHttpApiV2ProxyRequest request, Asked asked) =>
        (asked.Method, asked.Path[1..].Split('/')) switch
        {
            ("POST", ["uploads"]) => _uploads.CreateUpload(request, Context),
            ("POST", ["photos"]) => _uploads.CreatePhoto(request, Context),
            ("POST", ["photos", "batch"]) => _batches.ChangePhotos(request, Context),
            ("POST", ["photos", var id, "renditions"]) => _uploads.CreateRenditions(request, Context, id),
            ("POST", ["photos", var id, "restore"]) => _trash.RestorePhoto(request, Context, id),
            ("GET", ["photos"]) => _photos.ListPhotos(
                request, Context, asked["limit"], asked["after"], asked["favourite"], asked["tag"], asked["from"],
                asked["to"], asked["state"]),
            ("GET", ["photos", var id]) => _photos.GetPhoto(request, Context, id),
            ("PATCH", ["photos", var id]) => _photos.PatchPhoto(request, Context, id),
            ("DELETE", ["photos"]) => _trash.DeletePhotoByQuery(request, Context, asked["id"], asked["permanent"]),
            ("DELETE", ["photos", var id]) => _trash.DeletePhoto(request, Context, id, asked["permanent"]),
            ("GET", ["books"]) => _books.ListBooks(request, Context, asked["limit"], asked["after"]),
            ("POST", ["books"]) => _books.CreateBook(request, Context),
            ("GET", ["books", var id]) => _books.GetBook(request, Context, id),
            ("PUT", ["books", var id]) => _books.ReplaceBook(request, Context, id),
            ("PATCH", ["books", var id]) => _books.ChangeBook(request, Context, id),
            ("DELETE", ["books", var id]) => _books.DeleteBook(request, Context, id),
            ("GET", ["todos"]) => _todos.ListTodos(request, Context, asked["done"], asked["limit"], asked["after"]),
            ("POST", ["todos"]) => _todos.CreateTodo(request, Context),
            ("GET", ["todos", var id]) => _todos.GetTodo(request, Context, id),
            ("PUT", ["todos", var id]) => _todos.ReplaceTodo(request, Context, id),
            ("PATCH", ["todos", var id]) => _todos.ChangeTodo(request, Context, id),
            ("DELETE", ["todos", var id]) => _todos.DeleteTodo(request, Context, id),
            ("GET", ["users", "me"]) => _users.GetMe(request, Context),
            ("PATCH", ["users", "me"]) => _users.ChangeMe(request, Context),
            _ => throw new InvalidOperationException($"Nobody answers {asked.Method} {asked.Path}."),
        };

    private sealed class Silence : ILambdaLogger
    {
        public void Log(string message)
        {
        }

        public void LogLine(string message)
        {
        }
    }
}
