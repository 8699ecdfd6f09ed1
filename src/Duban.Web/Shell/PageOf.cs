using Microsoft.AspNetCore.Components;

namespace Duban.Web.Shell;

/// <summary>A page is a function from one model to HTML: <c>@inherits PageOf&lt;DeskPage, Desk&gt;</c>, answered by <c>DeskPage.Of(desk)</c>.</summary>
public abstract class PageOf<TPage, TModel> : ComponentBase where TPage : PageOf<TPage, TModel>
{
    /// <summary>Who looks, when, in which language; supplied by the view.</summary>
    [Parameter, EditorRequired] public required Frame Frame { get; set; }

    /// <summary>What the page shows.</summary>
    [Parameter, EditorRequired] public required TModel Model { get; set; }

    /// <summary>Texts, dates and numbers: <c>@W["nav.desk"]</c>, <c>@W.Day(due)</c>.</summary>
    protected virtual Words W => Frame.Words;

    /// <summary>The page as an answer.</summary>
    /// <param name="model">What the page shows.</param>
    /// <param name="status">422 when it shows a refused form; 200 otherwise.</param>
    public static IResult Of(TModel model, int status = StatusCodes.Status200OK) => new View(typeof(TPage), model, status);
}
