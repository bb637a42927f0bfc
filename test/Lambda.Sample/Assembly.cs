using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Lambda.Sample;

[assembly: LambdaSerializer(typeof(SampleSerializer))]
[assembly: LambdaGlobalProperties(GenerateMain = true, Runtime = "provided.al2023")]
