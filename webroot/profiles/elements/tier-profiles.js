import { html, nothing } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { FormElement } from '../../base/elements/form-element.js';
import { can } from '../../base/reading/access.js';
import { t } from '../../base/words.js';
import { profileOfTier, saveProfileOfTier } from '../requests.js';
import './agreed-parts.js';
import './version-list.js';

const TIERS = ['platinum', 'gold', 'silver', 'standard'];

/** What the companies of each tier get of which nothing else was agreed. */
class TierProfiles extends FormElement {
  static properties = { me: { attribute: false }, pages: { state: true }, said: { state: true } };

  firstUpdated() {
    this.#load();
  }

  #load = () => this.attempt(async () => (this.pages = await Promise.all(TIERS.map(profileOfTier))));

  render() {
    return html`<section class="manage" aria-labelledby="tier-profiles">
      <div class="lead">
        <h1 id="tier-profiles">${t('tier-profiles.title')}</h1>
        <p class="soft">${t('tier-profiles.text')}</p>
      </div>
      <p role="status" class="said">${this.said ?? ''}</p>
      ${this.trouble()}
      ${this.pages?.map((page) => this.#tier(page)) ??
      (this.problem ? nothing : html`<p class="soft" aria-busy="true">${t('loading')}</p>`)}
    </section>`;
  }

  #tier(page) {
    const { tier, today, versions, standing } = page;
    const name = t(`tier.${tier}`);
    return html`<section class="card" data-tier=${tier} aria-labelledby="tier-${tier}">
      <div class="head">
        <h2 id="tier-${tier}">${name}</h2>
        ${can(this.me, 'profiles.keep')
          ? html`<button class="quiet" data-action="agree" @click=${() => this.#change(page)}>
              ${t('tier-profiles.change')}<span class="visually-hidden"> ${name}</span>
            </button>`
          : nothing}
      </div>
      <details class="disclosure">
        <summary>${t('profile.today')}</summary>
        <agreed-parts level="3" .today=${today} .known=${{}} .sources=${{}}></agreed-parts>
      </details>
      ${versions.length > 0
        ? html`<version-list .versions=${versions} .counting=${standing.counting} .day=${standing.day}></version-list>`
        : html`<p class="soft">${t('tier-profiles.usual')}</p>`}
    </section>`;
  }

  async #change({ tier, today, versions, standing }) {
    await import('./profile-form.js');
    const form = Object.assign(document.createElement('profile-form'), {
      title: t('tier-profiles.change-of', { tier: t(`tier.${tier}`) }),
      newest: versions[0],
      usual: today,
      day: standing.day,
      tier: true,
      startedFrom: standing.version,
      save: (said, startedFrom) => saveProfileOfTier(tier, said, startedFrom),
    });
    const saved = await inDialog(form, t('tier-profiles.change'));
    if (saved) {
      await this.#load();
      this.said = t(`profile.saved.${saved.outcome}`, { version: saved.version });
    }
  }
}

customElements.define('tier-profiles', TierProfiles);
