using System.Text.Json.Nodes;
using PodcastInsights.Core.Exports;

namespace PodcastInsights.Core.Citation.Styles;

/// <summary>CSL-JSON: a list with one item, for citeproc and programs based on it.</summary>
internal static class CslJson
{
    public static string Write(Reference reference)
    {
        var item = new JsonObject
        {
            ["id"] = reference.Key,
            ["type"] = "broadcast",
            ["title"] = reference.Title,
            ["genre"] = "Audio podcast episode",
        };
        Add("author", reference.Hosts);
        Add("guest", reference.Guests);
        if (reference.Show is { } show)
        {
            item["container-title"] = show;
        }

        if (reference.Date is { } date)
        {
            item["issued"] = new JsonObject { ["date-parts"] = new JsonArray(new JsonArray(date.Year, date.Month, date.Day)) };
        }

        item["language"] = reference.Language;
        item["URL"] = reference.Url;
        item["note"] = QuoteNote.Of(reference);
        return new JsonArray(item).ToJsonString(ExportJson.Options) + "\n";

        void Add(string role, IReadOnlyList<PersonName> names)
        {
            if (names.Count > 0)
            {
                item[role] = new JsonArray([.. names.Select(Name)]);
            }
        }
    }

    private static JsonObject Name(PersonName name)
    {
        if (name.Family is null)
        {
            return new JsonObject { ["literal"] = name.Whole };
        }

        var parts = new JsonObject { ["family"] = name.Family, ["given"] = name.Given };
        if (name.Suffix is not null)
        {
            parts["suffix"] = name.Suffix;
        }

        return parts;
    }
}
