import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize("tokens", [12, 102, 256])
def test_operations_are_those_that_torch_counts(tokens: int) -> None:
    # Imported here because torch takes seconds, which runs without the tests of the model should not wait for.
    import torch
    from torch.nn.attention import SDPBackend, sdpa_kernel
    from torch.utils.flop_counter import FlopCounterMode
    from transformers import BertConfig, BertModel

    from benchmarks.encode_speed import Shape

    config = BertConfig(
        vocab_size=100, num_hidden_layers=3, hidden_size=48, intermediate_size=96, num_attention_heads=4
    )
    model = BertModel(config, add_pooling_layer=False)
    # Torch does not look into its fused attention.
    with FlopCounterMode(display=False) as counter, torch.no_grad(), sdpa_kernel(SDPBackend.MATH):
        model(torch.ones(1, tokens, dtype=torch.int64))
    assert Shape(layers=3, hidden=48, feed_forward=96).operations(tokens) == counter.get_total_flops()
