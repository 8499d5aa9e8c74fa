import { useState } from 'preact/hooks'
import { ownOrigin } from '../platform/own-origin'
import { ownVersion } from '../platform/own-package'
import { rolloutFiles } from '../rollout/files'
import { excesses } from '../rollout/limits'
import { type Given, originFields, originsFrom, wrongOrigin } from '../rollout/origins'
import type { Plan, Platform, RolloutFile, RolloutWords } from '../rollout/plan'
import { isNothing, valuesFrom } from '../settings/values'
import { Fold } from '../ui/Fold'
import { useOptions } from '../ui/fields/use-options'
import { choiceLabel, settingHelp, settingLabel } from '../ui/setting-words'
import { keyOf, say } from '../ui/words'
import { Field } from './Field'
import { OriginFields } from './OriginFields'
import { PlatformFiles } from './PlatformFiles'

/** Makes the settings in force into files for every platform's way of setting policy. */
export function MakePolicy() {
  const { resolved } = useOptions()
  return (
    <Fold class="card" summary={say('makePolicyTitle')}>
      {() => <Files values={valuesFrom(resolved, ['user', 'policy'])} />}
    </Fold>
  )
}

function Files({ values }: { readonly values: ReturnType<typeof valuesFrom> }) {
  const [given, give] = useState<Given>(ownOrigin)
  const usable = Object.fromEntries(
    originFields.flatMap((field) => (wrongOrigin(field, given[field] ?? '') ? [] : [[field, given[field] ?? '']])),
  )
  const plan: Plan = { values, origins: originsFrom(usable), version: ownVersion() }
  const files = rolloutFiles(plan, words)
  const tooLong = excesses(plan, files)
  return (
    <>
      <p>{say(isNothing(values) ? 'makePolicyEmpty' : 'makePolicyAbout')}</p>
      <Field place={{ path: 'lockLists' }} />
      <OriginFields given={given} give={give} />
      {platformsOf(files).map((platform) => (
        <PlatformFiles
          key={platform}
          title={say(keyOf('platform', platform))}
          about={say(`${keyOf('platform', platform)}_about`)}
          files={files.filter((file) => file.platform === platform)}
          excesses={tooLong.filter((excess) => excess.platform === platform)}
        />
      ))}
    </>
  )
}

const platformsOf = (files: readonly RolloutFile[]): readonly Platform[] => [...new Set(files.map(({ platform }) => platform))]

const words: RolloutWords = {
  label: settingLabel,
  help: settingHelp,
  choice: choiceLabel,
  get asJson() {
    return say('rolloutAsJson')
  },
  get wholeAsJson() {
    return say('rolloutWholeAsJson')
  },
}
