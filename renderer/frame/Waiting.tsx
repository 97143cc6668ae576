import { Button, Center, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/contract';
import { writeRoute } from '../route';
import { useSpeech } from '../words/useSpeech';

/** Before the event is there: a quiet sign of life, or why it does not come and what to do. */
export function Waiting({ failure }: { failure: Failure | undefined }) {
  const { t } = useTranslation();
  const speech = useSpeech();
  if (!failure) {
    return (
      <Center component="main" h="100%">
        <Group component="output" gap="md">
          <Loader size="sm" />
          <Text c="dimmed">{t('waiting.opening')}</Text>
        </Group>
      </Center>
    );
  }
  return (
    <Center component="main" h="100%" p="xl">
      <Stack maw={560} role="alert">
        <Title order={1}>{t('waiting.failed')}</Title>
        <Text>{speech.failure(failure)}</Text>
        <Group>
          <Button onClick={() => window.location.reload()}>{t('waiting.again')}</Button>
          <Button component="a" href={writeRoute({ at: 'start' })} variant="default">
            {t('waiting.toStart')}
          </Button>
        </Group>
      </Stack>
    </Center>
  );
}
