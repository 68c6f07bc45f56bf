import { html, nothing } from 'lit';
import { confirmed } from '../../base/elements/dialogs.js';
import { FormElement } from '../../base/elements/form-element.js';
import { Listing } from '../../base/elements/listing.js';
import { ago, day, inFull } from '../../base/format.js';
import { t } from '../../base/words.js';
import { inOrder, standingOf } from '../reading/links.js';
import { changeGlassLink, glassLinks, revokeGlassLink } from '../requests.js';

/** The glass links of an order: who made them, what they show, whether anybody looks through them. */
class GlassLinks extends FormElement {
  static properties = { number: {} };

  #list = new Listing(this, 'links', () => glassLinks(this.number));

  reload() {
    return this.#list.reload();
  }

  render() {
    if (this.#list.problem?.status === 403) {
      return nothing; // Who may see the order need not see who else does.
    }
    const none = html`<p class="soft">${t('links.none')}</p>`;
    return html`${this.#list.show((items) => this.#links(items), none)} ${this.trouble()}`;
  }

  #links(items) {
    const now = Date.now();
    return html`<h3>${t('links.title')}</h3>
      <ul class="rows">${inOrder(items, now).map((link) => this.#link(link, standingOf(link, now)))}</ul>`;
  }

  #link({ id, madeBy, createdAt, expiresAt, revokedAt, usedAt, uses = 0, fields = [], maySpeak, mine }, standing) {
    const shown = [t('links.basics'), ...fields.map((field) => t(`share.field.${field}`))].join(t('comma'));
    return html`<li data-link=${id} data-standing=${standing}>
      <p class="row-main">
        <b>${t('links.made', { name: madeBy, date: day(createdAt) })}</b>
        <span class="row-line">
          ${standing === 'active'
            ? t('links.until', { date: day(expiresAt) })
            : html`<span class="chip">${t(`links.${standing}`, { date: day(revokedAt ?? expiresAt) })}</span>`}
        </span>
        <span class="soft row-line" title=${usedAt ? inFull(usedAt) : nothing}>
          ${uses > 0 ? t('links.used', { count: uses, ago: ago(usedAt) }) : t('links.unused')}
        </span>
        <span class="soft row-line">
          ${t('links.shows', { what: shown })} ${maySpeak ? t('links.may-speak') : nothing}
        </span>
      </p>
      ${standing === 'active' && mine
        ? html`<button
          class="quiet"
          data-action="let-speak"
          ?disabled=${this.busy}
          @click=${() => this.#letSpeak(id, !maySpeak)}
        >${t(maySpeak ? 'links.no-messages' : 'links.let-speak')}</button>`
        : nothing}
      ${standing === 'active'
        ? html`<button
          class="quiet"
          data-action="revoke"
          ?disabled=${this.busy}
          @click=${() => this.#revoke(id, madeBy)}
        >${t('links.revoke')}</button>`
        : nothing}
    </li>`;
  }

  async #letSpeak(id, maySpeak) {
    if (await this.attempt(() => changeGlassLink(this.number, id, { maySpeak }))) {
      await this.#list.reload();
    }
  }

  async #revoke(id, name) {
    const question = { title: t('links.revoke-title', { name }), text: t('links.revoke-text'), go: t('links.revoke') };
    if ((await confirmed(question)) && (await this.attempt(() => revokeGlassLink(this.number, id)))) {
      await this.#list.reload();
    }
  }
}

customElements.define('glass-links', GlassLinks);
