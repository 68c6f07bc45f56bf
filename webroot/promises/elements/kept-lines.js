import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { t, wording } from '../../base/words.js';
import { daysOf, named } from '../reading/kept.js';
import { behind } from '../requests.js';

/** The lines behind a number. */
class KeptLines extends FormElement {
  static properties = {
    filter: { attribute: false },
    /** Whether lines of several companies may stand there. */
    staff: { attribute: false },
    found: { state: true },
  };

  willUpdate(changed) {
    const [before, now] = [changed.get('filter'), this.filter];
    if (changed.has('filter') && JSON.stringify(before) !== JSON.stringify(now)) {
      this.found = undefined;
      this.updateComplete.then(() => this.#load());
    }
  }

  async #load() {
    await this.attempt(async () => {
      let asked;
      do {
        asked = this.filter.of;
        this.found = await behind(this.filter);
      } while (asked !== this.filter.of);
    });
    await this.updateComplete;
    this.querySelector('h2').scrollIntoView({ block: 'nearest' });
  }

  render() {
    const { found } = this;
    return html`<section class="card" aria-labelledby="kept-behind">
      <h2 id="kept-behind" tabindex="-1">${named(this.filter.of)}</h2>
      ${this.trouble()}
      ${found
        ? html`<ul class="kept-lines">${found.lines.map((line) => this.#line(line))}</ul>
            ${found.total > found.lines.length
              ? html`<p class="soft">${t('kept.more', { shown: found.lines.length, count: found.total })}</p>`
              : nothing}`
        : html`<p class="soft" aria-busy="true">${t('loading')}</p>`}
      <p class="buttons">
        <button class="quiet" data-action="close" @click=${() => this.dispatchEvent(new CustomEvent('closed'))}>
          ${t('close')}
        </button>
      </p>
    </section>`;
  }

  #line(line) {
    return html`<li>
      <a href="/orders/${encodeURIComponent(line.order)}">${line.order}</a>
      ${t(this.staff ? 'kept.line-of' : 'kept.line', {
        company: line.companyName,
        line: line.line,
        product: wording(line.product),
      })}
      <small class="soft">${daysOf(line)}</small>
    </li>`;
  }
}

customElements.define('kept-lines', KeptLines);
