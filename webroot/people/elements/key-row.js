import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { ago, day, inFull, when } from '../../base/format.js';
import { t } from '../../base/words.js';

/** One key: what it may do and when it was used; raises `rotate` and `revoke`. */
class KeyRow extends LightElement {
  static properties = { key: { attribute: false } };

  render() {
    const { name, scopes, createdAt, usedAt, revokedAt, expiring } = this.key;
    return html`<div class="row">
      <p class="row-main">
        <b>${name}</b>
        ${revokedAt ? html`<span class="chip">${t('keys.revoked', { date: day(revokedAt) })}</span>` : nothing}
        <span class="row-line">${scopes.map((scope) => html`<span class="chip">${t(`scope.${scope}`)}</span> `)}</span>
      </p>
      <p class="soft row-main">
        ${t('keys.made', { date: day(createdAt) })}
        <span class="row-line" title=${usedAt ? inFull(usedAt) : nothing}>
          ${usedAt ? t('keys.used', { ago: ago(usedAt) }) : t('keys.unused')}
        </span>
        ${expiring && !revokedAt
          ? html`<span class="row-line">${t('keys.expiring', { until: when(expiring) })}</span>`
          : nothing}
      </p>
      ${revokedAt
        ? nothing
        : html`<p class="buttons">${this.#button('rotate', name)} ${this.#button('revoke', name)}</p>`}
    </div>`;
  }

  #button(what, name) {
    return html`<button class="quiet" data-action=${what} @click=${() => this.dispatchEvent(new CustomEvent(what))}>
      ${t(`keys.${what}`)}<span class="visually-hidden"> ${name}</span>
    </button>`;
  }
}

customElements.define('key-row', KeyRow);
