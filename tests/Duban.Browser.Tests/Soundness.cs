using Microsoft.Playwright;

namespace Duban.Browser.Tests;

/// <summary>What must hold of a page for eyes, ears and fingers alike, asked of the browser that has drawn it.</summary>
internal static class Soundness
{
    /// <summary>Widths of the smallest phone, of a phone and of a desk.</summary>
    public static readonly int[] Widths = [320, 390, 1440];

    /// <summary>Everything that is not as it should be on the page that is open, at every width.</summary>
    public static async Task<IReadOnlyList<string>> Faults(IPage page, string name)
    {
        var faults = new List<string>((await page.EvaluateAsync<string[]>(Structure)).Select(fault => $"{name}: {fault}"));
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, width < 600 ? 844 : 900);
            faults.AddRange((await page.EvaluateAsync<string[]>(Layout)).Select(fault => $"{name} at {width}: {fault}"));
        }
        return faults;
    }

    // Names, headings, landmarks: the same at every width.
    private const string Structure =
        """
        () => {
          const faults = [], say = (what, e) => faults.push(what + (e ? ': ' + e.outerHTML.slice(0, 120).replace(/\s+/g, ' ') : ''));
          const all = s => [...document.querySelectorAll(s)];
          const seen = e => e.getClientRects().length > 0;
          const text = e => (e.textContent || '').trim();
          const words = id => text(document.getElementById(id) || document.createElement('i'));
          const named = e => (e.getAttribute('aria-label') || '').trim()
            || (e.getAttribute('aria-labelledby') || '').split(' ').map(words).join('').trim();
          if (!document.documentElement.lang) say('no language');
          if (!document.title.trim()) say('no title');
          if (all('main').length !== 1) say(all('main').length + ' main');
          if (all('h1').length !== Math.max(1, all('article.sheet').length)) say(all('h1').length + ' h1');
          const ids = all('[id]').map(e => e.id);
          for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) say('id twice: ' + id);
          for (const e of all('input:not([type=hidden]), select, textarea')) if (seen(e) && !named(e) && !e.labels.length) say('field without a label', e);
          for (const e of all('a[href], button')) if (seen(e) && !named(e) && !text(e) && !e.querySelector('img[alt]:not([alt=""])')) say('link or button without words', e);
          for (const e of all('a[href^="#"]')) if (e.hash.length > 1 && !document.getElementById(decodeURIComponent(e.hash.slice(1)))) say('leads nowhere', e);
          for (const e of all('img')) if (!e.hasAttribute('alt')) say('picture without words', e);
          for (const e of all('th')) if (!text(e)) say('empty head of a column', e);
          for (const e of all('table')) if (!e.caption && !e.closest('.sheet, .du-mini-slip')) say('table without a caption', e);
          let before = 0;
          for (const e of all('h1, h2, h3, h4')) {
            const level = +e.tagName[1];
            if (level > before + 1 && before > 0 && !e.closest('.du-mini-slip')) say('heading skips a level', e);
            before = level;
          }
          const kinds = { nav: 'nav', search: '[role=search]', region: 'section[aria-label], [role=region]' };
          for (const kind in kinds) {
            const names = all(kinds[kind]).filter(seen).map(named);
            for (const n of new Set(names.filter((x, i) => names.indexOf(x) !== i))) say('two ' + kind + ' called ' + n);
          }
          const home = 'header, nav, main, footer, section[aria-label], [role=region], [role=search], .skip';
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let n; (n = walk.nextNode());) {
            if (!n.data.trim() || !seen(n.parentElement) || n.parentElement.closest(home)) continue;
            say('words outside every landmark', n.parentElement);
            break;
          }
          return faults;
        }
        """;

    // Nothing runs out of the screen sideways; what scrolls by itself can be reached by keys; fingers find what they aim at.
    private const string Layout =
        """
        () => {
          const faults = [], say = (what, e) => faults.push(what + ': ' + e.outerHTML.slice(0, 120).replace(/\s+/g, ' '));
          const wide = document.documentElement.scrollWidth - innerWidth;
          if (wide > 0) {
            const clipped = e => {
              for (let p = e.parentElement; p && p !== document.body; p = p.parentElement) if (getComputedStyle(p).overflowX !== 'visible') return true;
              return false;
            };
            const out = [...document.querySelectorAll('body *')].find(e => e.getBoundingClientRect().right > innerWidth + 1 && !clipped(e));
            say(wide + ' pixels too wide', out || document.body);
          }
          for (const e of document.querySelectorAll('main *')) {
            if (e.scrollWidth <= e.clientWidth + 1 || !['auto', 'scroll'].includes(getComputedStyle(e).overflowX)) continue;
            if (['TEXTAREA', 'INPUT', 'SELECT'].includes(e.tagName)) continue;
            if (!(e.tabIndex >= 0 && e.hasAttribute('aria-label')) && !e.querySelector('a[href], button')) say('scrolls and cannot be reached by keys', e);
          }
          if (innerWidth < 768) for (const e of document.querySelectorAll('a[href], button, select, summary, input:not([type=hidden]), textarea')) {
            const box = e.getBoundingClientRect();
            if (!box.width || !box.height || e.matches('.skip')) continue;
            const tall = Math.max(box.height, e.closest('label')?.getBoundingClientRect().height || 0);
            // A link inside a sentence is as high as its line.
            const inSentence = e.tagName === 'A' && getComputedStyle(e).display === 'inline' && e.parentElement.textContent.trim() !== e.textContent.trim();
            if (tall < 43.5 && !inSentence) say(Math.round(tall) + ' pixels high', e);
          }
          return faults;
        }
        """;
}
