import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ReviewInput,
  ScorecardSubject,
} from '@modelyard/plugin-model-scorecard-common';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { scorecardApiRef } from '../../api/scorecardApiRef';
import { modelScorecardTranslationRef } from '../../translation';
import { ReviewProblem } from './ReviewProblem';

type Decision = ReviewInput['decision'];

interface ReviewFormProps {
  subject: ScorecardSubject;
  environment: string;
  /** Roles that the reader holds; at least one. */
  roles: string[];
  onRecorded: (role: string, decision: Decision) => void;
}

function useDecide({ subject, environment, onRecorded }: ReviewFormProps) {
  const api = useApi(scorecardApiRef);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Error>();
  const decide = async (role: string, decision: Decision, comment: string) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await api.createReview({ subject, environment, role, decision, comment });
      onRecorded(role, decision);
      return true;
    } catch (cause) {
      setProblem(cause instanceof Error ? cause : new Error(String(cause)));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, decide };
}

function Buttons(props: {
  environment: string;
  disabled: boolean;
  onDecide: (decision: Decision) => void;
}) {
  const { environment, disabled, onDecide } = props;
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      <Button
        variant="contained"
        disabled={disabled}
        onClick={() => onDecide('approve')}
      >
        {t('review.approve', { environment })}
      </Button>
      <Button
        variant="outlined"
        disabled={disabled}
        onClick={() => onDecide('request_changes')}
      >
        {t('review.request_changes')}
      </Button>
      <Button
        variant="outlined"
        color="error"
        disabled={disabled}
        onClick={() => onDecide('reject')}
      >
        {t('review.reject', { environment })}
      </Button>
    </Box>
  );
}

/** A decision with its comment; the backend has the last word on who may. */
export function ReviewForm(props: ReviewFormProps) {
  const { roles, environment } = props;
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const [role, setRole] = useState(roles[0]);
  const [comment, setComment] = useState('');
  const { busy, problem, decide } = useDecide(props);
  const onDecide = async (decision: Decision) => {
    if (await decide(role, decision, comment.trim())) setComment('');
  };
  return (
    <Box
      component="form"
      aria-label={t('review.form')}
      onSubmit={event => event.preventDefault()}
      sx={{ display: 'grid', gap: 2, maxWidth: 640, my: 2 }}
    >
      <TextField
        select
        size="small"
        label={t('review.role')}
        value={role}
        onChange={event => setRole(event.target.value)}
      >
        {roles.map(name => (
          <MenuItem key={name} value={name}>
            {name}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        multiline
        minRows={3}
        label={t('review.comment')}
        helperText={t('review.commentHelp')}
        value={comment}
        onChange={event => setComment(event.target.value)}
        inputProps={{ maxLength: 10_000 }}
      />
      <Buttons
        environment={environment}
        disabled={busy || !comment.trim()}
        onDecide={onDecide}
      />
      {problem && <ReviewProblem error={problem} />}
    </Box>
  );
}
