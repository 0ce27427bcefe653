/** E-mail and password. */
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';

export type EmailMode = 'sign-in' | 'create';

/** What Firebase asks for at least is less; this is what we ask for. */
const PASSWORD_LENGTH = 8;

interface Props {
  mode: EmailMode;
  busy: boolean;
  /** Whether this is the main way in on the page. */
  primary: boolean;
  onSubmit: (email: string, password: string) => void;
}

export function EmailForm({ mode, busy, primary, onSubmit }: Props) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const creating = mode === 'create';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(email.trim(), password);
      }}
    >
      <Stack gap="sm">
        <TextInput
          label="E-mail"
          type="email"
          autoComplete="email"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label="Password"
          autoComplete={creating ? 'new-password' : 'current-password'}
          description={creating ? `At least ${PASSWORD_LENGTH} characters` : undefined}
          minLength={creating ? PASSWORD_LENGTH : undefined}
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': 'Show password' }}
        />
        <Button type="submit" variant={primary ? 'filled' : 'default'} loading={busy}>
          {creating ? 'Create account' : 'Sign in'}
        </Button>
      </Stack>
    </form>
  );
}
