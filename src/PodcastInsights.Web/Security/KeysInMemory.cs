using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace PodcastInsights.Web.Security;

/// <summary>
/// Keeps data protection keys in memory. Razor Pages require them for forms and cookies, which this site does not use, so they need not be
/// written to the user's folder.
/// </summary>
internal sealed class KeysInMemory : IXmlRepository
{
    private readonly Lock writing = new();
    private readonly List<XElement> keys = [];

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (writing)
        {
            return [.. keys];
        }
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (writing)
        {
            keys.Add(element);
        }
    }
}
