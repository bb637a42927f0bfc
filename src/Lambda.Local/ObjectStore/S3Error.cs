using Lambda.Local.ObjectStore.Checksums;

namespace Lambda.Local.ObjectStore;

/// <summary>S3's way to say no: a status, a code that clients branch on, a sentence for people.</summary>
internal sealed record S3Error(int Status, string Code, string Message)
{
    public static readonly S3Error AccessDenied = new(403, "AccessDenied", "Access Denied");

    public static readonly S3Error BadMd5 =
        new(400, "BadDigest", "The Content-MD5 you specified did not match what we received.");

    public static readonly S3Error BadSha256 = new(
        400,
        "XAmzContentSHA256Mismatch",
        "The provided 'x-amz-content-sha256' header does not match what was computed.");

    public static readonly S3Error ChunkTooSmall = new(
        403, "InvalidChunkSizeError", "Only the last chunk is allowed to have a size less than 8192 bytes");

    public static readonly S3Error Conflict = new(
        409,
        "OperationAborted",
        "A conflicting conditional operation is currently in progress against this resource. Please try again.");

    public static readonly S3Error Damaged =
        new(500, "InternalError", "The file of this object is damaged or cannot be read.");

    public static readonly S3Error DiskFull =
        new(507, "InsufficientStorage", "The disk is full; nothing was stored. Make room and try again.");

    public static readonly S3Error EntityTooLarge =
        new(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size");

    public static readonly S3Error EntityTooSmall = new(
        400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");

    public static readonly S3Error ForbiddenOrigin =
        new(403, "AccessForbidden", "CORSResponse: This CORS request is not allowed.");

    public static readonly S3Error IncompleteBody = new(
        400, "IncompleteBody", "You did not provide the number of bytes specified by the Content-Length HTTP header.");

    public static readonly S3Error InvalidDigest =
        new(400, "InvalidDigest", "The Content-MD5 you specified was invalid.");

    public static readonly S3Error InvalidPart = new(
        400,
        "InvalidPart",
        "One or more of the specified parts could not be found. The part may not have been uploaded, "
            + "or the specified entity tag may not match the part's entity tag.");

    public static readonly S3Error InvalidPartNumber =
        new(416, "InvalidPartNumber", "The requested partnumber is not satisfiable");

    public static readonly S3Error InvalidPartOrder = new(
        400,
        "InvalidPartOrder",
        "The list of parts was not in ascending order. Parts must be ordered by part number.");

    public static readonly S3Error InvalidRange = new(416, "InvalidRange", "The requested range is not satisfiable");

    public static readonly S3Error InvalidUri = new(400, "InvalidURI", "Couldn't parse the specified URI.");

    public static readonly S3Error KeyTooLong = new(400, "KeyTooLongError", "Your key is too long");

    public static readonly S3Error MalformedTrailer = new(
        400,
        "MalformedTrailerError",
        "The request contained trailing data that was not well-formed or did not conform to our published schema.");

    public static readonly S3Error MalformedXml = new(
        400,
        "MalformedXML",
        "The XML you provided was not well-formed or did not validate against our published schema");

    public static readonly S3Error MetadataTooLarge = new(
        400, "MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size");

    public static readonly S3Error MethodNotAllowed =
        new(405, "MethodNotAllowed", "The specified method is not allowed against this resource.");

    public static readonly S3Error MissingChecksum =
        InvalidRequest("Missing required header for this request: Content-MD5 OR x-amz-checksum-*");

    public static readonly S3Error MissingLength =
        new(411, "MissingContentLength", "You must provide the Content-Length HTTP header.");

    public static readonly S3Error NoSuchBucket =
        new(404, "NoSuchBucket", "The specified bucket does not exist");

    public static readonly S3Error NoSuchKey = new(404, "NoSuchKey", "The specified key does not exist.");

    public static readonly S3Error NoSuchUpload = new(
        404,
        "NoSuchUpload",
        "The specified upload does not exist. The upload ID may be invalid, "
            + "or the upload may have been aborted or completed.");

    /// <summary>To a signature of version 2, which tools still make for links in their first region.</summary>
    public static readonly S3Error OldSignature = InvalidRequest(
        "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.");

    public static readonly S3Error NoSuchToken = new(
        400, "InvalidToken", "The provided token is malformed or otherwise invalid.");

    /// <summary>S3 has no body for this status; clients read the status alone.</summary>
    public static readonly S3Error NotModified = new(304, "NotModified", "");

    public static readonly S3Error PreconditionFailed = new(
        412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");

    public static readonly S3Error SignatureDoesNotMatch = new(
        403,
        "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided. "
            + "Check your key and signing method.");

    public static readonly S3Error TimeTooSkewed = new(
        403, "RequestTimeTooSkewed", "The difference between the request time and the current time is too large.");

    public static readonly S3Error UnknownAccessKey = new(
        403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.");

    public static readonly S3Error UnsignedHeaders =
        new(403, "AccessDenied", "There were headers present in the request which were not signed");

    public static S3Error BadChecksum(ChecksumAlgorithm algorithm) => new(
        400, "BadDigest", $"The {algorithm.Name} you specified did not match the calculated checksum.");

    public static S3Error Denied(string message) => new(403, "AccessDenied", message);

    public static S3Error InvalidArgument(string message) => new(400, "InvalidArgument", message);

    public static S3Error InvalidRequest(string message) => new(400, "InvalidRequest", message);

    public static S3Error InvalidTag(string message) => new(400, "InvalidTag", message);

    public static S3Error MalformedHeader(string message) => new(400, "AuthorizationHeaderMalformed", message);

    public static S3Error MalformedQuery(string message) => new(400, "AuthorizationQueryParametersError", message);

    public static S3Error NotImplemented(string what) =>
        new(501, "NotImplemented", $"{what} implies functionality that is not implemented");
}
