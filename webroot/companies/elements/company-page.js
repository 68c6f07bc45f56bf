import { html, nothing } from 'lit';
import { CalmElement } from '../../base/elements/calm-element.js';
import { inDialog } from '../../base/elements/dialogs.js';
import { offerUndo } from '../../base/elements/undo-bar.js';
import { contributions } from '../../base/places.js';
import { can } from '../../base/reading/access.js';
import { t } from '../../base/words.js';
import { kindOf, languageOf, names, sent, zoneOf } from '../reading/company.js';
import { oneCompany, saveCompany } from '../requests.js';
import '../../base/elements/tier-mark.js';
import './agreed-list.js';
import './company-form.js';
import './company-people.js';

/** One company, live: who they are, what they wait for, what they said, what was agreed with them. */
class CompanyPage extends CalmElement {
  static properties = { company: { attribute: false }, me: { attribute: false }, said: { state: true } };

  render() {
    const { company, me } = this;
    return html`<article class="company-page" data-company=${company.code} aria-labelledby="company-name-of">
      ${this.#head()}
      <div class="company-parts">
        ${contributions('company', { company })}
        ${can(me, 'people.invite')
          ? html`<company-people .company=${company} .me=${me}></company-people>`
          : nothing}
        <agreed-list .company=${company}></agreed-list>
      </div>
    </article>`;
  }

  #head() {
    const { company, me } = this;
    return html`<header class="company-head">
      <p class="eyebrow"><a href="/companies">${t('companies.title')}</a> · ${company.code} · ${kindOf(company)}</p>
      <div class="head">
        <h1 id="company-name-of">${company.name} <tier-mark tier=${company.tier}></tier-mark></h1>
        ${can(me, 'companies.keep')
          ? html`<p class="buttons">
              <button class="quiet" data-action="edit" @click=${this.#edit}>${t('companies.edit')}</button>
              ${can(me, 'companies.merge')
                ? html`<button class="quiet" data-action="merge-open" @click=${this.#merge}>${t('merge.open')}</button>`
                : nothing}
            </p>`
          : nothing}
      </div>
      <p role="status" class="said">${this.said ?? ''}</p>
      <dl class="company-facts">
        ${this.#fact('managers', company.managers.length > 0 ? names(company.managers) : t('companies.nobody'))}
        ${this.#fact('open', t('companies.open-orders', { count: company.openOrders }))}
        ${this.#fact('who', t('companies.people', { count: company.people }))}
        ${this.#fact('reads', `${languageOf(company)} · ${zoneOf(company)}`)}
      </dl>
    </header>`;
  }

  #fact(name, value) {
    return html`<div><dt>${t(`company-page.${name}`)}</dt><dd>${value}</dd></div>`;
  }

  #merge = async () => {
    await import('./merge-form.js');
    const form = Object.assign(document.createElement('merge-form'), { company: this.company, me: this.me });
    const merged = await inDialog(form, t('merge.open'));
    if (merged) {
      location.assign(`/companies/${encodeURIComponent(merged.into.code)}`);
    }
  };

  #edit = async () => {
    // What it was when the form opened, however it moves on meanwhile: it is what an undo leads back to.
    const before = await oneCompany(this.company.code);
    const form = Object.assign(document.createElement('company-form'), { company: before, me: this.me });
    const saved = await inDialog(form, t('companies.edit'));
    if (!saved || saved.outcome === 'unchanged') {
      return;
    }
    if (saved.name !== before.name || saved.tier !== before.tier) {
      const done = saved.tier === before.tier ? 'companies.renamed' : 'companies.moved';
      offerUndo(
        t(done, { name: saved.name, tier: t(`tier.${saved.tier}`) }),
        () => saveCompany(before.code, sent({ ...before, managers: undefined }), saved.version),
      );
    } else {
      this.said = t('companies.saved');
    }
  };
}

customElements.define('company-page', CompanyPage);
