import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../../base/elements/light-element.js';
import { when } from '../../base/format.js';
import { t } from '../../base/words.js';
import { FollowingGallery } from '../galleries.js';
import { fewOf, seenAt } from '../reading/gallery.js';
import { tile } from './evidence-tile.js';
import './show-us.js';

const FEW = 3;

/** What was seen at a stage or of a requirement, small, live; each opens large. */
class StageGallery extends LightElement {
  static properties = {
    place: {},
    order: { attribute: false },
    line: { attribute: false },
    stage: { attribute: false },
    requirement: { attribute: false },
    /** Whether whoever looks may ask to be shown more of it. */
    asks: { attribute: false },
    /** Whether they keep some of it to the house. */
    keeps: { attribute: false },
  };

  #following = new FollowingGallery(this);

  render() {
    const rows = seenAt(this.#following.gallery?.rows ?? [], this);
    return html`${rows.length > 0 ? this.#strip(rows) : nothing}${this.asks
      ? html`<show-us .order=${this.order} .line=${this.line} .stage=${this.stage}></show-us>`
      : nothing}`;
  }

  #strip(rows) {
    const { shown, more } = fewOf(rows, FEW);
    return html`<ul class="evidence-strip" data-place=${this.place} aria-label=${t('evidence.gallery')}>
      ${repeat(shown, ({ key }) => key, (row) => html`<li>${this.#one(row, rows)}</li>`)}
      ${more > 0
        ? html`<li><button type="button" class="evidence-small evidence-more" data-action="more" @click=${() =>
            this.#open(shown.at(-1).key, 1)}
          ><span aria-hidden="true">+${more}</span
          ><span class="visually-hidden">${t('evidence.more', { count: more })}</span></button></li>`
        : nothing}
    </ul>`;
  }

  #one(row, rows) {
    const said = { at: rows.indexOf(row) + 1, count: rows.length, when: when(row.at) };
    return html`<button
      type="button"
      class="evidence-small"
      data-evidence=${row.sha256}
      ?data-internal=${row.internal}
      title=${t(row.internal ? 'evidence.open-internal' : `evidence.open.${row.kind}`, said)}
      @click=${() => this.#open(row.key, 0)}
    >${tile(row)}<span class="visually-hidden">${t(`evidence.open.${row.kind}`, said)}</span></button>`;
  }

  async #open(key, by) {
    const { lookAt } = await import('./evidence-view.js');
    const { order, line, stage, requirement, keeps } = this;
    lookAt(order, { line, stage, requirement }, { key, by, keeps });
  }
}

customElements.define('stage-gallery', StageGallery);
