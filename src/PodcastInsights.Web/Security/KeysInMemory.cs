using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace PodcastInsights.Web.Security;

/// <summary>
/// Razor Pages want keys for forms and cookies. This site has neither, so the keys live as long as the process and are never
/// written to the user's folder.
/// </summary>
public sealed class KeysInMemory : IXmlRepository
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
