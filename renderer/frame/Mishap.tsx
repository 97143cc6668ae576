import { Component } from 'react';
import type { ReactNode } from 'react';
import { Translation } from 'react-i18next';
import { Button, Center, Stack, Text, Title } from '@mantine/core';

interface State {
  error: Error | null;
}

/** A fault in drawing never leaves an empty page: what is durable is safe, and a fresh start is one key away. */
export class Mishap extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <Translation>
        {(t) => (
          <Center h="100%" p="xl" role="alert">
            <Stack maw={560} gap="md">
              <Title order={1}>{t('mishap.title')}</Title>
              <Text>{t('mishap.saved')}</Text>
              <Text c="dimmed" size="sm">
                {error.message}
              </Text>
              <Button onClick={() => window.location.reload()} data-autofocus>
                {t('mishap.reload')}
              </Button>
            </Stack>
          </Center>
        )}
      </Translation>
    );
  }
}
