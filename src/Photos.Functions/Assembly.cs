using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Photos.Functions.Http;

[assembly: LambdaSerializer(typeof(PhotosSerializer))]
[assembly: LambdaGlobalProperties(GenerateMain = true, Runtime = "provided.al2023")]
