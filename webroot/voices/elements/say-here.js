import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { inDialog } from '../../base/elements/dialogs.js';
import { LightElement } from '../../base/elements/light-element.js';
import { Ticking } from '../../base/elements/ticking.js';
import { t } from '../../base/words.js';
import { FollowingOrder } from '../order-voices.js';
import { kept, placeOf } from '../reading/draft.js';
import { solvedAt, standingAt } from '../reading/rows.js';
import './voice-tag.js';

const CLOCK_MILLIS = 30_000;

/** Where somebody speaks up, at a place of a status page; what was said there stands beside it. */
class SayHere extends LightElement {
  static properties = {
    place: {},
    order: { attribute: false },
    line: { attribute: false },
    stage: { attribute: false },
    requirement: { attribute: false },
  };

  #following = new FollowingOrder(this);

  constructor() {
    super();
    new Ticking(this, CLOCK_MILLIS);
  }

  render() {
    const { rows = [], maySpeak } = this.#following.voices ?? {};
    const open = standingAt(rows, this);
    const solved = solvedAt(rows, this);
    if (!maySpeak && open.length + solved.length === 0) {
      return nothing;
    }
    return html`<div class="say-here" data-place=${this.place}>
      ${open.length > 0 ? this.#tags(open, t('here.open')) : nothing}
      ${solved.length > 0
        ? html`<details class="disclosure voices-solved">
            <summary>${t('here.solved', { count: solved.length })}</summary>
            ${this.#tags(solved, t('here.solved', { count: solved.length }))}
          </details>`
        : nothing}
      ${maySpeak ? this.#button() : nothing}
    </div>`;
  }

  #tags(rows, label) {
    const { maySpeak } = this.#following.voices;
    const tag = (row) => html`<li><voice-tag .row=${row} ?asked=${maySpeak}></voice-tag></li>`;
    return html`<ul class="voice-tags" aria-label=${label}>${repeat(rows, ({ number }) => number, tag)}</ul>`;
  }

  #button() {
    const text = t(kept(placeOf(this)) ? 'here.go-on' : this.place === 'order' ? 'here.say-order' : 'here.say');
    const isBrief = this.place === 'requirement';
    return html`<button
      type="button"
      class="say-button"
      data-action="say"
      title=${isBrief || this.place === 'stage' ? text : nothing}
      @click=${this.#open}
    ><span class="say-mark" aria-hidden="true"></span
      ><span class=${isBrief ? 'visually-hidden' : 'say-word pane-word'}>${text}</span
      >${this.place === 'order' ? nothing : html`<span class="visually-hidden">${this.#about()}</span>`}</button>`;
  }

  /** What the button is about, for those who do not see where it stands. */
  #about() {
    const heading = this.closest('tr, .pane, .line')?.querySelector('th, h2, h3');
    return heading ? t('here.about', { what: nameIn(heading) }) : '';
  }

  #open = async () => {
    const { order, line, stage, requirement } = this;
    await import('./say-something.js');
    const form = document.createElement('say-something');
    form.place = { order, line, stage, requirement };
    form.about = this.#about();
    await inDialog(form, t('say.title'));
    this.requestUpdate();
  };
}

/** What a heading says itself, without what stands beside it in there. */
const nameIn = (heading) =>
  [...heading.childNodes]
    .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
    .map(({ textContent }) => textContent.trim())
    .join('') || heading.textContent.trim();

customElements.define('say-here', SayHere);
