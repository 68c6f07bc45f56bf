import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { arranged, titleOf } from '../reading/meeting.js';
import { linesOf } from '../reading/table.js';
import './line-writer.js';
import './minute-line.js';

/** The minutes as they are taken: of the item that we are at first, and the others behind it. */
class MinutesCard extends LightElement {
  static properties = {
    page: { attribute: false },
    item: { attribute: false },
    now: { type: Number },
    me: { attribute: false },
    house: { type: Boolean },
    /** The line that is written here, in the box below. */
    writing: { state: true },
  };

  render() {
    const { page, item } = this;
    const lines = linesOf(page, item?.key);
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
                ?house=${this.house} ?own=${this.#isOwn(line)}></minute-line>
            </li>`)}
    </ol>`;
  }

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
      ({ key }) => key !== this.item?.key && linesOf(this.page, key).length > 0,
    );
    return some.map((one) => html`<details class="card disclosure">
      <summary>${one.key ? titleOf(one) : t('minutes.to-all')}
        <span class="soft">${t('minutes.lines', { count: linesOf(this.page, one.key).length })}</span></summary>
      ${this.#list(linesOf(this.page, one.key))}
    </details>`);
  }
}

customElements.define('minutes-card', MinutesCard);
