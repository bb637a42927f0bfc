using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.S3Events;
using Photos.Functions.Requests;
using Photos.Functions.Views;

namespace Photos.Functions.Http;

/// <summary>Every type that crosses the wire, one line each.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 16)]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyRequest))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyResponse))]
[JsonSerializable(typeof(object))]
[JsonSerializable(typeof(HelloView))]
[JsonSerializable(typeof(S3Event))]
[JsonSerializable(typeof(ScheduledEvent))]
[JsonSerializable(typeof(NewUpload))]
[JsonSerializable(typeof(NewPhoto))]
[JsonSerializable(typeof(NewRenditions))]
[JsonSerializable(typeof(PhotoPatch))]
[JsonSerializable(typeof(PhotoBatch))]
[JsonSerializable(typeof(UploadView))]
[JsonSerializable(typeof(PhotoView))]
[JsonSerializable(typeof(PhotoPageView))]
[JsonSerializable(typeof(BatchView))]
[JsonSerializable(typeof(RenditionsView))]
[JsonSerializable(typeof(NewBook))]
[JsonSerializable(typeof(BookPatch))]
[JsonSerializable(typeof(BookView))]
[JsonSerializable(typeof(BookListView))]
[JsonSerializable(typeof(NewTodo))]
[JsonSerializable(typeof(TodoPatch))]
[JsonSerializable(typeof(TodoView))]
[JsonSerializable(typeof(TodoListView))]
[JsonSerializable(typeof(UserPatch))]
[JsonSerializable(typeof(UserView))]
[JsonSerializable(typeof(ProblemView))]
public sealed partial class PhotosJson : JsonSerializerContext;
