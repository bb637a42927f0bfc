using System.Buffers;
using Lambda.Local.HttpApi.Description;
using Lambda.Local.HttpApi.Guards;

namespace Lambda.Local.HttpApi.Events;

/// <summary>Writes the events of an API, each in the version that its function was promised.</summary>
internal sealed class GatewayEvents(HttpApiDescription api)
{
    private readonly EventWriter _second = new(api.Stage, api.StageVariables);
    private readonly FirstEventWriter _first = new(api);

    public void Write(IBufferWriter<byte> output, GatewayRequest request, ReadOnlySpan<byte> body)
    {
        if (request.Match.Route.Payload is PayloadFormat.Two)
            _second.Write(output, request, body);
        else
            _first.Write(output, request, body);
    }

    /// <summary>For the function that lets callers in.</summary>
    public void WriteForGuard(IBufferWriter<byte> output, GatewayRequest request, GuardCall call)
    {
        if (call.Rules.Event is GuardEvent.Two)
            _second.WriteForGuard(output, request, call);
        else
            _first.WriteForGuard(output, request, call);
    }
}
