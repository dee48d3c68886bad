# Golden numbers of golden.json: statsmodels 0.15.0, SciPy 1.17.1, numpy 2.4.6.
import json
import numpy as np
import scipy
import statsmodels
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

one = [(0, 1), (0, 30), (1, 30), (15, 30), (30, 30), (992, 1200), (381, 551), (199, 200), (3, 100000), (50000, 100000)]
two = [(381, 551, 624, 649), (0, 30, 0, 30), (30, 30, 0, 25), (15, 30, 12, 40), (421, 574, 466, 626), (5, 2000, 9, 1800), (1000, 1000, 999, 1000)]
levels = [0.9, 0.95, 0.99]
golden = {'made with': {'statsmodels': statsmodels.__version__, 'scipy': scipy.__version__, 'numpy': np.__version__}, 'wilson': [], 'newcombe': [], 'katz': [], 'bootstrap': []}
for level in levels:
    for count, n in one:
        low, high = proportion_confint(count, n, alpha=1 - level, method='wilson')
        golden['wilson'].append({'count': count, 'n': n, 'level': level, 'low': float(low), 'high': float(high)})
    for a, n, b, m in two:
        low, high = confint_proportions_2indep(a, n, b, m, method='newcomb', compare='diff', alpha=1 - level)
        golden['newcombe'].append({'count': a, 'n': n, 'refCount': b, 'refN': m, 'level': level, 'low': float(low), 'high': float(high)})
        if a and b:
            low, high = confint_proportions_2indep(a, n, b, m, method='log', compare='ratio', alpha=1 - level)
            golden['katz'].append({'count': a, 'n': n, 'refCount': b, 'refN': m, 'level': level, 'low': float(low), 'high': float(high)})
for seed, size, resamples in [(1, 12, 60), (2, 25, 40)]:
    samples = np.random.default_rng(100 + seed).normal(0.7, 0.2, size)
    # scipy.stats.bootstrap draws its indices like this from the generator that it is given.
    indices = np.random.default_rng(seed).integers(0, size, (resamples, size))
    result = stats.bootstrap((samples,), np.mean, n_resamples=resamples, method='percentile', rng=np.random.default_rng(seed), vectorized=True)
    again = np.percentile(samples[indices].mean(axis=1), [2.5, 97.5])
    assert np.allclose(again, [result.confidence_interval.low, result.confidence_interval.high], atol=1e-15), (again, result.confidence_interval)
    golden['bootstrap'].append({'samples': samples.tolist(), 'indices': indices.tolist(), 'level': 0.95, 'low': float(result.confidence_interval.low), 'high': float(result.confidence_interval.high)})
print(json.dumps(golden))
