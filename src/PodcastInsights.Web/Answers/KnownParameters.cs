using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PodcastInsights.Web.Answers;

/// <summary>
/// The query parameters that a page or resource takes, from its handler or its metadata. All others are removed before rendering, so that
/// they neither change a response nor create another cache entry.
/// </summary>
internal sealed class KnownParameters
{
    private static readonly KnownParameters None = new([]);

    private static readonly ConditionalWeakTable<Endpoint, KnownParameters> ByEndpoint = [];

    private readonly string[] names;

    private KnownParameters(string[] names) => this.names = names;

    public static KnownParameters Of(Endpoint? endpoint) =>
        endpoint is null ? None : ByEndpoint.GetValue(endpoint, found => new KnownParameters(NamesOf(found)));

    /// <summary>The request's values of these parameters, in a fixed order; empty, or with the question mark.</summary>
    public string In(HttpRequest request)
    {
        if (names.Length == 0 || !request.QueryString.HasValue)
        {
            return "";
        }

        var query = request.Query;
        var given = names.SelectMany(name => query[name].Select(value => KeyValuePair.Create(name, value)));
        return QueryString.Create(given).Value ?? "";
    }

    private static string[] NamesOf(Endpoint endpoint)
    {
        var route = (endpoint as RouteEndpoint)?.RoutePattern.Parameters.Select(parameter => parameter.Name) ?? [];
        var handlers = endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is { } page
            ? page.HandlerMethods.Select(handler => handler.MethodInfo)
            : endpoint.Metadata.OfType<MethodInfo>();
        return
        [
            .. endpoint.Metadata.OfType<ITakesParameters>().SelectMany(taken => taken.Names)
                .Concat(handlers.SelectMany(handler => handler.GetParameters()).SelectMany(NamesOf))
                .Except(route, StringComparer.OrdinalIgnoreCase)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static IEnumerable<string> NamesOf(ParameterInfo parameter) =>
        parameter.IsDefined(typeof(AsParametersAttribute))
            ? parameter.ParameterType.GetProperties().SelectMany(property => NameOf(property, property.Name, property.PropertyType))
            : NameOf(parameter, parameter.Name!, parameter.ParameterType);

    /// <remarks>A parameter whose type is not parsed from text is a service or the request itself.</remarks>
    private static string[] NameOf(ICustomAttributeProvider declared, string name, Type type)
    {
        var query = declared.GetCustomAttributes(typeof(FromQueryAttribute), inherit: false).OfType<FromQueryAttribute>().FirstOrDefault();
        var one = Nullable.GetUnderlyingType(type) ?? type.GetElementType() ?? type;
        return query is not null || one.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IParsable<>))
            ? [query?.Name ?? name]
            : [];
    }
}
