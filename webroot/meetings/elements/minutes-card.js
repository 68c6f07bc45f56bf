import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { arranged, titleOf } from '../reading/meeting.js';
import { linesOf } from '../reading/table.js';
import './line-writer.js';
import './minute-line.js';

/**
 * The minutes as they are taken: of the item that we are at first, with every line that is written here, and the
 * others behind it.
 */
class MinutesCard extends LightElement {
  static properties = {
    page: { attribute: false },
    item: { attribute: false },
    now: { type: Number },
    me: { attribute: false },
    house: { type: Boolean },
    /** The line that is written here, in the box below. */
    writing: { state: true },
    /** Lines at which somebody writes in their place, by their keys: each as it was when they began. */
    written: { state: true },
  };

  /** The same lines as they were last seen: whoever writes at one keeps the box, even if it is removed. */
  #last = new Map();

  constructor() {
    super();
    this.written = new Map();
  }

  willUpdate() {
    const last = ([key, begun]) => [key, this.#now(key) ?? this.#last.get(key) ?? begun];
    this.#last = new Map([...this.written].map(last));
  }

  #now = (key) => this.page.lines?.[key] && { key, ...this.page.lines[key] };

  #linesOf = (item) => linesOf(this.page, item).filter(({ key }) => !this.written.has(key));

  render() {
    const { item } = this;
    const lines = [...this.#linesOf(item?.key), ...this.#last.values()].sort((a, b) => a.place - b.place);
    return html`<section class="card minutes" aria-labelledby="minutes">
        <h2 id="minutes">${item ? t('minutes.of', { title: titleOf(item) }) : t('minutes.title')}</h2>
        ${lines.length === 0 ? html`<p class="soft">${t('minutes.none')}</p>` : nothing}
        ${this.#list(lines)}
        ${this.house ? this.#writer() : nothing}
      </section>
      ${this.#others()}`;
  }

  #list(lines) {
    return html`<ol class="minute-lines">
      ${repeat(lines, ({ key }) => key, (line, at) =>
        line.key === this.writing
          ? nothing
          : html`<li data-line=${line.key} data-kind=${line.kind}>
              <minute-line .number=${this.page.number} .line=${line} .now=${this.now} .before=${lines[at - 1]}
                ?house=${this.house} ?own=${this.#isOwn(line)} .writing=${this.written.get(line.key)}
                ?removed=${!this.page.lines?.[line.key]} @written=${this.#begin}
                @done=${() => this.#done(line.key)}></minute-line>
            </li>`)}
    </ol>`;
  }

  #begin = ({ detail: line }) => (this.written = new Map(this.written).set(line.key, line));

  #done = (key) => (this.written = new Map([...this.written].filter(([other]) => other !== key)));

  /** Whoever wrote a suggestion changes it; the server knows better than a name does. */
  #isOwn = ({ kind, author, action }) => kind === 'suggestion' && !action && author === this.me.name && !this.house;

  #writer() {
    return html`<line-writer class="minutes-writer" .number=${this.page.number} .item=${this.item?.key}
      .lines=${this.page.lines} .now=${this.now} @writing=${({ detail }) => (this.writing = detail)}></line-writer>`;
  }

  /** What was written to other items, each behind its title. */
  #others() {
    const { open, gone } = arranged(this.page);
    const some = [{ key: undefined }, ...open, ...gone].filter(
      ({ key }) => key !== this.item?.key && this.#linesOf(key).length > 0,
    );
    return some.map((one) => html`<details class="card disclosure">
      <summary>${one.key ? titleOf(one) : t('minutes.to-all')}
        <span class="soft">${t('minutes.lines', { count: this.#linesOf(one.key).length })}</span></summary>
      ${this.#list(this.#linesOf(one.key))}
    </details>`);
  }
}

customElements.define('minutes-card', MinutesCard);
