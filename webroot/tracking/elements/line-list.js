import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../../base/elements/light-element.js';
import { Printing } from '../../base/elements/printing.js';
import { number, t, wording, wordings } from '../../base/words.js';
import { isClosedShort, lines, needsAttention } from '../reading/order.js';
import { dayOfLine, riskOfLine } from '../reading/promise.js';
import { pieces, product } from '../reading/sentences.js';
import './line-window.js';
import './promise-ledger.js';
import './requirement-table.js';
import './stage-details.js';

const SHOWN = 50;

/** Many lines: what needs attention stands open on top, the rest is folded and searched. */
class LineList extends LightElement {
  static properties = {
    page: { attribute: false },
    printing: { state: true },
    shown: { state: true },
    wanted: { state: true },
  };

  constructor() {
    super();
    this.wanted = '';
    this.shown = SHOWN;
    new Printing(this);
  }

  render() {
    const all = lines(this.page);
    const found = all.filter((line) => this.#fits(line));
    const shown = this.printing ? found : found.slice(0, this.shown);
    return html`${repeat(
        all.filter(needsAttention).slice(0, SHOWN),
        (line) => line.number,
        (line) => html`<line-window .page=${this.page} .line=${line} .named=${true}></line-window>`,
      )}
      <section class="card lines" aria-labelledby="lines">
        <h2 id="lines">${t('lines.title')} <span class="soft">${number(all.length)}</span></h2>
        <input
          type="search"
          aria-label=${t('lines.search')}
          placeholder=${t('lines.search')}
          .value=${this.wanted}
          @input=${(event) => this.#search(event.target.value)}
        />
        ${found.length === 0 ? html`<p class="empty">${t('lines.none')}</p>` : nothing}
        ${repeat(shown, (line) => line.number, (line) => this.#line(line))}
        ${found.length > shown.length
          ? html`<button class="quiet" data-action="more" @click=${() => (this.shown += SHOWN)}>
              ${t('lines.more', { count: found.length - shown.length })}
            </button>`
          : nothing}
      </section>`;
  }

  #search(text) {
    this.wanted = text;
    this.shown = SHOWN;
  }

  #fits(line) {
    const { number: at, product: what, description, workOrders = [] } = line;
    const text = [at, ...wordings(what), ...wordings(description), ...workOrders].join(' ');
    return text.toLowerCase().includes(this.wanted.trim().toLowerCase());
  }

  #line(line) {
    return html`<details class="inside" data-line=${line.number} @toggle=${() => this.requestUpdate()}>
      <summary>${t('line.heading', { number: line.number, what: product(line) })}
        <span class="soft">${this.#briefly(line)}</span></summary>
      ${this.#isOpen(line) ? this.#inside(line) : nothing}
    </details>`;
  }

  /** Only what somebody looks at is drawn. */
  #isOpen(line) {
    return this.printing || this.querySelector(`details[data-line="${line.number}"]`)?.open;
  }

  #inside(line) {
    return html`<line-window
        .page=${this.page}
        .line=${line}
        .named=${true}
        .again=${true}
      ></line-window>
      ${line.promise ? html`<promise-ledger .promise=${line.promise}></promise-ledger>` : nothing}
      <requirement-table .line=${line} .page=${this.page}></requirement-table>
      <stage-details .line=${line}></stage-details>`;
  }

  #briefly(line) {
    return [this.#where(line), this.#when(line), riskOfLine(line, Date.now())].filter(Boolean).join(t('comma'));
  }

  #when(line) {
    return line.state === 'completed' || line.state === 'cancelled' ? '' : dayOfLine(line);
  }

  #where(line) {
    const stage = line.stages?.[line.stage];
    if (line.state === 'waiting' && line.left) {
      return t('line.unreported');
    }
    if (line.state === 'completed' && (line.shortBy || isClosedShort(line))) {
      return t('line.completed-short');
    }
    if (line.state === 'completed' || line.state === 'cancelled' || !stage) {
      return t(`line.${line.state}`);
    }
    return `${wording(stage.name)}, ${pieces(stage, line)}`;
  }
}

customElements.define('line-list', LineList);
