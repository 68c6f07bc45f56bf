import { html, nothing } from 'lit';
import { day } from '../../base/format.js';
import { wording } from '../../base/words.js';
import { pieces } from '../reading/parts.js';

const WITH_A_DAY = ['meeting', 'message'];

const marked = (text, typed) =>
  pieces(text, typed).map((piece) => (piece.hit ? html`<mark>${piece.text}</mark>` : piece.text));

/** One thing that was found, with what was looked for marked in it. */
export function searchHit({ kind, title, detail, company, at, index }, typed, isActive, go) {
  const more = [wording(detail), company, WITH_A_DAY.includes(kind) ? day(at) : ''].filter(Boolean);
  return html`<div
    role="option"
    id="search-hit-${index}"
    class="search-hit"
    data-kind=${kind}
    aria-selected=${isActive}
    @click=${go}
  >
    <span class="search-title">${marked(wording(title), typed)}</span>
    ${more.length > 0 ? html`<span class="soft">${marked(more.join(' · '), typed)}</span>` : nothing}
  </div>`;
}
