import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { ago, inFull } from '../../base/format.js';
import { can } from '../../base/reading/access.js';
import { t } from '../../base/words.js';
import { clearBounce, inviteAgain } from '../requests.js';
import './factor-reset.js';

/** One person in the list; raises `change`, `invited` when they were invited once more, and `cleared`. */
class PersonRow extends FormElement {
  static properties = { person: { attribute: false }, me: { attribute: false } };

  render() {
    const { person } = this;
    const { name, email, role, companies = [], disabled, seenAt, bounce } = person;
    return html`<div class="row">
      <p class="row-main">
        <b>${name}</b> ${disabled ? html`<span class="chip bad">${t('people.disabled')}</span>` : nothing}
        ${bounce ? html`<span class="chip bad" data-about="bounce">${t('people.bounces')}</span>` : nothing}
        <span class="soft row-line">${email}</span>
      </p>
      <p class="row-main">
        ${t(`role.${role}`)}
        <span class="soft row-line">${companies.map((company) => company.name).join(t('comma'))}</span>
      </p>
      <p class="soft row-seen" title=${seenAt ? inFull(seenAt) : nothing}>
        ${seenAt ? t('people.seen', { ago: ago(seenAt) }) : t('people.never-seen')}
      </p>
      <p class="buttons">
        ${seenAt || disabled
          ? nothing
          : html`<button class="quiet" data-action="invite-again" ?disabled=${this.busy} @click=${this.#invite}>
              ${t('people.invite-again')}<span class="visually-hidden"> ${name}</span>
            </button>`}
        ${can(this.me, 'people.manage') && (person.secondFactor || person.openId) && email !== this.me.email
          ? html`<factor-reset
            .person=${person}
            .me=${this.me}
            @done=${() => this.dispatchEvent(new CustomEvent('reset'))}
          ></factor-reset>`
          : nothing}
        ${can(this.me, 'people.manage')
          ? html`<button
            class="quiet"
            data-action="change"
            @click=${() => this.dispatchEvent(new CustomEvent('change'))}
          >
              ${t('people.change')}<span class="visually-hidden"> ${name}</span>
            </button>`
          : nothing}
      </p>
      ${bounce
        ? html`<p class="soft">${t('people.bounces-text', bounce)}</p>
            <p class="buttons">
              <button class="quiet" data-action="clear-bounce" ?disabled=${this.busy} @click=${this.#clearBounce}>
                ${t('people.clear-bounce')}<span class="visually-hidden"> ${name}</span>
              </button>
            </p>`
        : nothing}
      ${this.trouble()}
    </div>`;
  }

  async #clearBounce() {
    if (await this.attempt(() => clearBounce(this.person.id))) {
      this.dispatchEvent(new CustomEvent('cleared'));
    }
  }

  async #invite() {
    if (await this.attempt(() => inviteAgain(this.person.id))) {
      this.dispatchEvent(new CustomEvent('invited'));
    }
  }
}

customElements.define('person-row', PersonRow);
