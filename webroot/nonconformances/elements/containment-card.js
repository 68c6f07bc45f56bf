import { html, nothing } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { LightElement } from '../../base/elements/light-element.js';
import { when } from '../../base/format.js';
import { t } from '../../base/words.js';
import { criteriaOf, isNothing, things } from '../reading/nonconformances.js';
import './containment-counts.js';
import './containment-form.js';
import './held-things.js';
import './release-answer.js';
import './release-form.js';

/** Everything of its kind: what is held, what left, what was let go. */
class ContainmentCard extends LightElement {
  static properties = {
    page: { attribute: false },
    me: { attribute: false },
    decides: { attribute: false },
  };

  render() {
    const { page } = this;
    return html`<section class="card" aria-labelledby="containment">
      <h2 id="containment">${t('contain.title')}</h2>
      ${page.containment ? this.#contained(page.containment) : html`<p class="soft">${t('contain.none')}</p>`}
      ${this.#deeds()}
    </section>`;
  }

  #contained(containment) {
    const { counts, released, cleared, asked, groups, at, by } = containment;
    return html`<ul class="contain-criteria">
        ${criteriaOf(containment.criteria).map((one) => html`<li>${one}</li>`)}
      </ul>
      <p class="soft">${t('contain.by', { by, at: when(at) })}</p>
      <containment-counts .counts=${counts}></containment-counts>
      ${isNothing(released) ? nothing : html`<p>${t('contain.released', { things: things(released) })}</p>`}
      ${isNothing(cleared) ? nothing : html`<p class="soft">${t('contain.cleared', { things: things(cleared) })}</p>`}
      ${asked.map((one) => html`<release-answer
        .asked=${one}
        .page=${this.page}
        .me=${this.me}
        .decides=${this.decides}
      ></release-answer>`)}
      ${groups.length > 0 ? this.#groups(groups) : nothing}
      <held-things .page=${this.page}></held-things>`;
  }

  #groups(groups) {
    return html`<details class="disclosure">
      <summary>${t('contain.by-order')}</summary>
      <ul class="problem-list">
        ${groups.map((group) => html`<li>
          <span>
            ${group.order
              ? html`<a href="/orders/${encodeURIComponent(group.order)}">${group.order}</a>`
              : t('contain.no-order')}
            <span class="soft">· ${this.#about(group)}</span>
          </span>
          <span>${things(group)}</span>
        </li>`)}
      </ul>
    </details>`;
  }

  #about({ line, company, place, standing }) {
    return [
      line !== undefined && t('nonconformance.line', { line }),
      company,
      t(`contain.place-${place}`),
      standing === 'away' ? '' : t(`contain.standing-${standing}`),
    ]
      .filter(Boolean)
      .join(' · ');
  }

  #deeds() {
    const { page, decides } = this;
    const { containment } = page;
    const held = containment && !isNothing(containment.held);
    return html`<p class="buttons">
      ${decides && page.state === 'open'
        ? this.#button(containment ? 'change' : 'begin', 'containment-form', containment ? 'quiet' : 'go')
        : nothing}
      ${held ? this.#button('release', 'release-form', 'quiet') : nothing}
    </p>`;
  }

  #button(name, element, look) {
    return html`<button
      class=${look}
      data-action="contain-${name}"
      @click=${() => this.#open(element, t(`contain.${name}`))}
    >${t(`contain.${name}`)}</button>`;
  }

  #open(element, label) {
    return inDialog(Object.assign(document.createElement(element), { page: this.page }), label);
  }
}

customElements.define('containment-card', ContainmentCard);
